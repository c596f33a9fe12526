/** Being called by name is said at once, wherever in the gallery one is, with the way there. */
import { useCallback, useRef } from 'react'
import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import { toast } from 'sonner'
import type { PhotoId } from '../../common/ids.ts'
import type { Notice } from '../gallery/notice.ts'
import { useGallery, useGalleryStore, useNotices } from '../gallery/use-gallery.tsx'
import { commentPath } from './comment-address.ts'

/** Milliseconds. */
const stays = 10_000

export function useCalled(looksAt: PhotoId | null): void {
  const intl = useIntl()
  const navigate = useNavigate()
  const store = useGalleryStore()
  const { gallery, people, photoById, me } = useGallery()
  const latest = useRef({ gallery, people, photoById, me, looksAt })
  latest.current = { gallery, people, photoById, me, looksAt }
  const hear = useCallback(
    (notice: Notice) => {
      const at = latest.current
      if (notice.type !== 'commented' || !at.me || !at.gallery || notice.photo === at.looksAt) return
      const { person, photo, comment } = notice
      const words = store.talk(photo).threads.flatMap(({ first, replies }) => [first, ...replies])
      if (!words.find(({ id }) => id === comment)?.mentions.includes(at.me.person)) return
      const path = commentPath(at.gallery.id, photo, comment)
      const name = at.people.get(person)?.name ?? intl.formatMessage({ id: 'person.somebody' })
      toast(intl.formatMessage({ id: 'talk.calledYou' }, { name, photo: at.photoById.get(photo)?.cameraName ?? '' }), {
        duration: stays,
        action: { label: intl.formatMessage({ id: 'talk.calledYou.go' }), onClick: () => void navigate(path) },
      })
    },
    [intl, navigate, store],
  )
  useNotices(hear)
}
