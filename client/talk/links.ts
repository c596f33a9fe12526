/** Addresses in words, as they are written: https and http only. Pure. */

export interface LinkPiece {
  readonly at: number
  readonly text: string
  /** Where it leads; null for words that are none. */
  readonly href: string | null
}

const address = /\bhttps?:\/\/[^\s<>"“”«»\p{Cf}]+/giu

/** What ends a sentence or a bracket round an address is none of it. */
function ended(text: string): string {
  const short = text.replace(/[.,;:!?'’…*_]+$/u, '')
  const closes = short.endsWith(')') && !short.includes('(')
  return closes ? ended(short.slice(0, -1)) : short
}

export function linksIn(text: string): readonly LinkPiece[] {
  const pieces: LinkPiece[] = []
  let done = 0
  for (const { 0: found, index } of text.matchAll(address)) {
    const link = ended(found)
    if (!URL.canParse(link)) continue
    if (index > done) pieces.push({ at: done, text: text.slice(done, index), href: null })
    pieces.push({ at: index, text: link, href: link })
    done = index + link.length
  }
  return done < text.length ? [...pieces, { at: done, text: text.slice(done), href: null }] : pieces
}
