/** What was refused is said in a toast, with the photo's name: once for a whole batch. */
import { useCallback, useRef } from 'react'
import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import type { Notice } from './gallery-view.ts'
import { useGallery, useNotices } from './use-gallery.tsx'

/** Milliseconds in which refusals of one kind are one sentence. */
const together = 400

export function useRefusals(): void {
  const intl = useIntl()
  const { photoById } = useGallery()
  const waiting = useRef(new Map<string, { count: number; name: string | null }>())
  const latest = useRef(photoById)
  latest.current = photoById
  useNotices(
    useCallback(
      (notice: Notice) => {
        // A list without room is told by the bar that offers a swap.
        if (notice.type !== 'refused' || notice.refusal.code === 'list-full') return
        const { code } = notice.refusal
        const known = waiting.current.get(code)
        const name = notice.photo ? (latest.current.get(notice.photo)?.cameraName ?? null) : null
        waiting.current.set(code, { count: (known?.count ?? 0) + 1, name: known?.name ?? name })
        if (known) return
        setTimeout(() => {
          const said = waiting.current.get(code)
          waiting.current.delete(code)
          if (!said) return
          const why = intl.formatMessage({ id: `refusal.${code}` })
          toast(intl.formatMessage({ id: 'room.refused' }, { n: said.count, name: said.name ?? '' }), { description: why, duration: 8_000 })
        }, together)
      },
      [intl],
    ),
  )
}
