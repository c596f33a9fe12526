/** The keyboard over the desk's sheet: marks go to everything held, the rest opens, undoes, lets go. */
import { useMemo, useState } from 'react'
import { useLocation } from 'react-router'
import type { PhotoId } from '../../common/ids.ts'
import { coversWall } from '../compare/address.ts'
import { useSideBySide } from '../compare/use-side-by-side.ts'
import type { Chapter } from '../contact-sheet/wall.tsx'
import type { Held } from '../contact-sheet/wall-hand.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { KeyAct } from '../keyboard/keys.ts'
import { useKeys } from '../keyboard/use-keys.ts'
import { useMarking } from '../keyboard/use-mark-keys.ts'
import { useTeamList } from './lists/use-team-list.ts'

interface DeskKeys {
  readonly chapters: readonly Chapter[]
  readonly held: Held
  readonly onHold: (held: Held) => void
  readonly onOpen: (photo: PhotoId) => void
  readonly onRemove: (photos: readonly PhotoId[]) => void
}

export function useDeskKeys({ chapters, held, onHold, onOpen, onRemove }: DeskKeys) {
  const { gallery, actions } = useGallery()
  const [helping, setHelping] = useState(false)
  const mark = useMarking()
  const choose = useTeamList()
  const under = coversWall(useLocation().pathname)
  const side = useSideBySide()
  const hanging = useMemo(() => chapters.flatMap(({ photos }) => photos.map((photo) => photo.id)), [chapters])
  const step = (by: number): boolean => {
    const from = held.active === null ? -1 : hanging.indexOf(held.active)
    const next = hanging[Math.max(0, Math.min(hanging.length - 1, from + by))]
    if (next) onHold({ active: next, selected: new Set([next]) })
    return next !== undefined
  }
  const targets = () => meant(hanging, held)
  const marked = ({ mark: what, advance }: Extract<KeyAct, { type: 'mark' }>): boolean => {
    const done = mark(targets(), what)
    if (done && advance) step(1)
    return done
  }
  const always = (act: () => void): boolean => {
    act()
    return true
  }
  const on = (act: KeyAct): boolean => {
    if (under) return false
    switch (act.type) {
      case 'mark':
        return marked(act)
      case 'choose':
        return choose(targets())
      case 'left':
      case 'right':
        return step(act.type === 'left' ? -1 : 1)
      case 'loupe':
      case 'zoom': {
        const photo = held.active ?? hanging[0]
        return photo ? always(() => onOpen(photo)) : false
      }
      case 'compare':
      case 'survey':
        return side[act.type]({ ...held, wall: hanging })
      case 'drop':
        return gallery?.write && targets().length > 0 ? always(() => onRemove(targets())) : false
      case 'undo':
      case 'redo':
        return always(actions[act.type])
      case 'help':
        return always(() => setHelping(true))
      case 'close':
        return held.selected.size > 0 ? always(() => onHold({ active: held.active, selected: new Set() })) : false
      default:
        return false
    }
  }
  useKeys(gallery?.keys ?? 'lightroom', on)
  return { helping, closeHelp: () => setHelping(false) }
}

/** All that are selected, in the order they hang, else the active one. */
function meant(hanging: readonly PhotoId[], { selected, active }: Held): readonly PhotoId[] {
  const chosen = hanging.filter((photo) => selected.has(photo))
  return chosen.length > 0 ? chosen : hanging.filter((photo) => photo === active)
}
