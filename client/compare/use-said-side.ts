/** What lies here side by side, said to whoever is here too. */
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { PhotoId } from '../../common/ids.ts'
import type { PresencePart } from '../../common/protocol/live.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { Side, SideState } from './address.ts'

const none: readonly PhotoId[] = []

export function useSaidSide(manner: Side, { photos, active, dropped = none }: SideState): void {
  const { actions } = useGallery()
  const side = useMemo(() => (photos.length > 0 ? { manner, photos, dropped } : null), [manner, photos, dropped])
  useEffect(() => actions.say({ photo: active, side }), [active, side, actions])
  useEffect(() => () => actions.say({ photo: null, side: null }), [actions])
}

/** Answers what each pane tells of its part of the picture. */
export function useSaidParts(): (photo: PhotoId, part: PresencePart | null) => void {
  const { actions } = useGallery()
  const parts = useRef(new Map<PhotoId, PresencePart>()).current
  useEffect(() => () => actions.say({ parts: [] }), [actions])
  return useCallback(
    (photo, part) => {
      if (part) parts.set(photo, part)
      else parts.delete(photo)
      actions.say({ parts: [...parts] })
    },
    [parts, actions],
  )
}
