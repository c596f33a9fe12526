/** What a tile shows at a glance: the own mark first, else what somebody else set last. */
import type { PersonId } from '../../common/ids.ts'
import type { Label, Mark, Stars } from '../../common/sheet/shape.ts'
import type { PhotoMarks } from '../gallery/gallery-view.ts'

export interface ShownMark {
  readonly label: Label | null
  readonly stars: Stars
  /** In whose hue the stars stand. */
  readonly starsBy: PersonId | null
  readonly rejectedBy: PersonId | null
}

export function shownMark({ mine, byPerson, house }: PhotoMarks, me: PersonId | null): ShownMark {
  const others = [...byPerson].map(([person, mark]) => ({ ...mark, by: person }))
  const all: readonly Mark[] = [...(house ? [house] : []), ...others].sort((a, b) => b.at - a.at)
  const starred = mine.stars > 0 ? { ...mine, by: me } : all.find((mark) => mark.stars > 0)
  return {
    label: mine.label ?? all.find((mark) => mark.label !== null)?.label ?? null,
    stars: starred?.stars ?? 0,
    starsBy: starred?.by ?? null,
    rejectedBy: mine.flag === 'reject' ? me : (all.find((mark) => mark.flag === 'reject')?.by ?? null),
  }
}
