import { useMemo, useRef } from 'react'
import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import { useGallery, useGalleryStore } from '../gallery/use-gallery.tsx'
import { only, type Survey, staying, undone } from './survey.ts'
import type { SideRoom } from './use-side.ts'

/** A survey in the address. Undo takes back what was done last here: a drop, or a mark. */
export function useSurvey(room: SideRoom) {
  const intl = useIntl()
  const store = useGalleryStore()
  const { photoById, actions } = useGallery()
  const { photos, dropped, active } = room
  const survey = useMemo(() => only({ photos, dropped, active }, (photo) => photoById.has(photo)), [photos, dropped, active, photoById])
  const stay = useMemo(() => staying(survey), [survey])
  const acts = useRef<('drop' | 'mark')[]>([])
  const change = (next: Survey) => {
    if (next.dropped.length > survey.dropped.length) acts.current.push('drop')
    room.change(next)
  }
  const undo = () => {
    const last = acts.current.pop()
    if (last === 'mark' || survey.dropped.length === 0) actions.undo()
    else room.change(undone(survey))
  }
  const keep = () => {
    const unpicked = survey.dropped.filter((photo) => store.marks(photo).mine.flag === 'pick')
    actions.markEach([
      { photos: stay, patch: { flag: 'pick' } },
      { photos: unpicked, patch: { flag: null } },
    ])
    room.leave()
    toast(intl.formatMessage({ id: 'survey.kept' }, { n: stay.length }), {
      action: { label: intl.formatMessage({ id: 'survey.undo' }), onClick: () => actions.undo() },
    })
  }
  return { survey, stay, change, undo, keep, marked: () => acts.current.push('mark') }
}
