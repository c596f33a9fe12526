/** What is typed into the palette: words, behind a sign for one kind of thing alone. */
import { wordsIn } from '../../../common/gallery/find-words.ts'

const signs = { '>': 'commands', '@': 'people', '#': 'frames' } as const
export type Sign = keyof typeof signs

export interface Asked {
  readonly kind: 'all' | (typeof signs)[Sign]
  /** As typed, without the sign. */
  readonly text: string
  readonly words: readonly string[]
}

/** A sign that means nothing here is a letter like any other. */
export function askedIn(typed: string, known: readonly Sign[]): Asked {
  const sign = known.find((one) => typed.trimStart().startsWith(one))
  const text = (sign ? typed.trimStart().slice(1) : typed).trim()
  return { kind: sign ? signs[sign] : 'all', text, words: wordsIn(text) }
}

export const signMeans = (sign: Sign): (typeof signs)[Sign] => signs[sign]
