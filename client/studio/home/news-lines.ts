/** News of several galleries as lines, the newest first: pure. */
import type { GalleryNews } from '../../../common/protocol/studio-now.ts'
import { type HistoryLine, linesOf } from '../../history/lines.ts'

export interface NewsLine {
  readonly of: GalleryNews
  readonly line: HistoryLine
}

/** What one person did to many photos in one go is one line; `more` counts the lines that are not shown. */
export function newsLines(news: readonly GalleryNews[], most: number): { readonly lines: readonly NewsLine[]; readonly more: number } {
  const lines = news
    .flatMap((of) => linesOf(of.news).map((line) => ({ of, line })))
    .sort((a, b) => b.line.at - a.line.at || (a.line.id < b.line.id ? -1 : 1))
  return { lines: lines.slice(0, most), more: Math.max(0, lines.length - most) }
}
