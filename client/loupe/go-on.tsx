/** A mark set in the loupe goes on to the next photo, if one wishes so: by keys and by taps alike. What is taken back is come back to. */
import { ChevronsRight } from 'lucide-react'
import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { MarkPatch } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { keyWishes, useKeyWishes, wish } from '../keyboard/key-wishes.ts'
import { shortName } from '../session/short-name.ts'
import type { Paging } from './use-paging.ts'

/** Milliseconds the way back is offered; the next mark takes its place. */
const wayBackMs = 10_000

/** Among the marks: whether they go on. */
export function GoOnButton() {
  const intl = useIntl()
  const { advance } = useKeyWishes()
  const label = intl.formatMessage({ id: 'keys.always' })
  const toggle = () => {
    wish({ advance: !advance })
    toast(intl.formatMessage({ id: advance ? 'loupe.goOn.off' : 'loupe.goOn.on' }), { id: 'go-on' })
  }
  return (
    <button type="button" className="go-on" aria-pressed={advance} aria-label={label} title={label} onClick={toggle}>
      <ChevronsRight className="i" aria-hidden="true" />
    </button>
  )
}

/** Something new is there; a mark taken off is a second thought, and stays. */
export const isSet = (patch: MarkPatch): boolean => Object.values(patch).some((value) => value !== null && value !== false && value !== 0)

/** After a tap: the way back is offered, for phones have no key for it. A mark of a photo one has left goes nowhere. */
export function useGoOn(paging: Paging): (marked: SeenPhoto) => void {
  const intl = useIntl()
  const comeBack = useComeBack(paging)
  return useCallback(
    (marked) => {
      if (!keyWishes().advance || !paging.next || marked.id !== paging.target()) return
      paging.step(1)
      toast(intl.formatMessage({ id: 'loupe.marked' }, { photo: shortName(marked) }), {
        id: 'go-on',
        duration: wayBackMs,
        action: { label: intl.formatMessage({ id: 'keys.undo' }), onClick: () => comeBack('undo') },
      })
    },
    [paging, intl, comeBack],
  )
}

/** Undo and redo lead to the photo they are about. */
export function useComeBack({ photos, go, target }: Paging): (way: 'undo' | 'redo') => void {
  const { actions } = useGallery()
  return useCallback(
    (way) => {
      const [photo, ...others] = actions[way]()
      if (photo && others.length === 0 && photo !== target() && photos.some(({ id }) => id === photo)) go(photo)
    },
    [actions, photos, go, target],
  )
}
