import type { KeyAct } from '../keyboard/keys.ts'
import { useMarking } from '../keyboard/use-mark-keys.ts'
import { drop, type Survey } from './survey.ts'
import { type SurveyLayout, stepIn } from './survey-layout.ts'
import type { SideRoom } from './use-side.ts'
import { useSideKeys } from './use-side-keys.ts'

interface SurveyKeys {
  readonly survey: Survey
  readonly change: (next: Survey) => void
  readonly undo: () => void
  /** Told of each mark, so that undo takes back the latest act of either kind. */
  readonly marked: () => void
  readonly layout: SurveyLayout
  readonly room: SideRoom
  readonly compare: () => void
  readonly help: () => void
}

/** Arrows go from frame to frame, marks go to the active one, Delete drops it. */
export function useSurveyKeys({ survey, change, undo, marked, layout, room, compare, help }: SurveyKeys): void {
  const marking = useMarking()
  const { active } = survey
  const go = (direction: 'left' | 'right' | 'up' | 'down') => {
    if (active !== null) change({ ...survey, active: stepIn(layout, active, direction) })
    return active !== null
  }
  const mark = ({ mark: what, advance }: Extract<KeyAct, { type: 'mark' }>): boolean => {
    if (active === null || !marking([active], what)) return false
    marked()
    if (advance) go('right')
    return true
  }
  const did = (act: () => void) => {
    act()
    return true
  }
  useSideKeys({ room, active, undo, help }, (act) => {
    switch (act.type) {
      case 'mark':
        return mark(act)
      case 'left':
      case 'right':
      case 'up':
      case 'down':
        return go(act.type)
      case 'drop':
        return active !== null && did(() => change(drop(survey, active)))
      case 'zoom':
        return active !== null && did(() => room.open(active))
      case 'compare':
        return did(compare)
      case 'survey':
        return did(room.leave)
      default:
        return null
    }
  })
}
