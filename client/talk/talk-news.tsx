/** What others say while one looks at a photo, told to whoever listens rather than looks. */
import { useCallback, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import type { Notice } from '../gallery/gallery-view.ts'
import { useGallery, useGalleryStore, useNotices } from '../gallery/use-gallery.tsx'

/** Letters of a comment that are read out at once. */
const most = 160

export function TalkNews({ photo }: { readonly photo: PhotoId }) {
  const intl = useIntl()
  const store = useGalleryStore()
  const { people, photoById } = useGallery()
  const [said, setSaid] = useState('')
  const latest = useRef({ people, photoById, photo })
  latest.current = { people, photoById, photo }
  const hear = useCallback(
    (notice: Notice) => {
      if (notice.type !== 'commented') return
      const at = latest.current
      const name = at.people.get(notice.person)?.name ?? intl.formatMessage({ id: 'person.somebody' })
      const words = store
        .talk(notice.photo)
        .threads.flatMap(({ first, replies }) => [first, ...replies])
        .find(({ id }) => id === notice.comment)?.body
      const here = notice.photo === at.photo
      const values = { name, photo: at.photoById.get(notice.photo)?.cameraName ?? '', words: (words ?? '').slice(0, most) }
      setSaid(intl.formatMessage({ id: here ? 'talk.heard' : 'live.commented' }, values))
    },
    [intl, store],
  )
  useNotices(hear)
  return (
    <div className="sr" role="status" aria-live="polite">
      {said}
    </div>
  )
}
