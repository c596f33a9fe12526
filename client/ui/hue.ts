/** Seven hues for people, taken from the id alone: a hue says nothing about who else is here. */
import { seedOf } from './strokes.ts'

export const hues = ['vermilion', 'cobalt', 'moss', 'amber', 'magenta', 'teal', 'umber'] as const
export type Hue = (typeof hues)[number]

const mixed = (seed: number) => {
  const stirred = Math.imul(seed ^ (seed >>> 15), 0x85ebca6b)
  return (stirred ^ (stirred >>> 13)) >>> 0
}

export const hueOf = (person: string): Hue => hues[mixed(seedOf(person)) % hues.length] ?? 'vermilion'

/** The class that gives `--p`, `--wax` and `--on` their colours. */
export const hueClass = (person: string): string => `hue-${hueOf(person)}`

/** The hues on photographs, in both themes: `--wax-…` of the tokens, for a canvas, which knows no variables. */
export const waxes: Readonly<Record<Hue, string>> = {
  vermilion: '#ff5230',
  cobalt: '#3f7bff',
  moss: '#35a844',
  amber: '#f7b52c',
  magenta: '#ec3f97',
  teal: '#12acba',
  umber: '#b8733f',
}

export const waxOf = (person: string): string => waxes[hueOf(person)]
