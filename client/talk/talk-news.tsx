/** What others say and mark while one looks at a photo, told to whoever listens rather than looks. */
import { useCallback, useRef } from 'react'
import { useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { sayNotice } from '../contact-sheet/use-arrivals.ts'
import { useSpoken } from '../contact-sheet/use-spoken.ts'
import type { Notice } from '../gallery/notice.ts'
import { useGallery, useGalleryStore, useNotices } from '../gallery/use-gallery.tsx'

/** Letters of a comment that are read out at once. */
const most = 160

export function TalkNews({ photo }: { readonly photo: PhotoId }) {
  const intl = useIntl()
  const store = useGalleryStore()
  const { people, photoById, me } = useGallery()
  const [said, say] = useSpoken()
  const latest = useRef({ people, photoById, photo, me })
  latest.current = { people, photoById, photo, me }
  const hear = useCallback(
    (notice: Notice) => {
      const at = latest.current
      if (notice.type !== 'commented') {
        const here = (notice.type === 'marked' || notice.type === 'picked') && notice.photo === at.photo
        if (here) say(sayNotice(notice, { photos: at.photoById, known: { people: at.people, me: at.me?.person ?? null }, intl }))
        return
      }
      const name = at.people.get(notice.person)?.name ?? intl.formatMessage({ id: 'person.somebody' })
      const words = store
        .talk(notice.photo)
        .threads.flatMap(({ first, replies }) => [first, ...replies])
        .find(({ id }) => id === notice.comment)?.body
      const here = notice.photo === at.photo
      const values = { name, photo: at.photoById.get(notice.photo)?.cameraName ?? '', words: (words ?? '').slice(0, most) }
      say(intl.formatMessage({ id: here ? 'talk.heard' : 'live.commented' }, values))
    },
    [intl, store, say],
  )
  useNotices(hear)
  return (
    <div className="sr" role="status" aria-live="polite">
      {said}
    </div>
  )
}
