/** An address with a comment behind its `#` leads to the thread it is in. One that may not be seen is as if there were none. */
import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import { useLocation, useNavigate } from 'react-router'
import { toast } from 'sonner'
import type { CommentId, VersionId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { CommentThread } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { showingIn, showingSearch } from '../loupe/shown-version.ts'
import { useTalkFocus } from '../loupe/talk-focus.tsx'
import { commentIn } from './comment-address.ts'

/** Milliseconds in which words that are there have come, once the gallery is open. */
const patience = 3_000

/** The comment the address leads to, once it is here, on the version it is about. */
export function useCommentAddress(photo: SeenPhoto, threads: readonly CommentThread[]): CommentId | null {
  const intl = useIntl()
  const { hash, key } = useLocation()
  const { status } = useGallery()
  const { setThread } = useTalkFocus()
  const led = useRef<string | null>(null)
  const wanted = commentIn(hash)
  const found = wanted && threads.find(({ first, replies }) => [first, ...replies].some(({ id }) => id === wanted))
  const thread = found ? found.first.id : null
  useEffect(() => {
    if (thread === null || led.current === key) return
    led.current = key
    setThread(thread)
    requestAnimationFrame(() => {
      const said = document.querySelector(`.side [data-comment="${wanted}"]`)
      said?.scrollIntoView({ block: 'center' })
    })
  }, [thread, wanted, key, setThread])
  useVersionOf(photo, found ? found.first.version : null)
  const missing =
    wanted === null || thread !== null ? null : status === 'open' ? 'talk.missing' : status === 'offline' ? 'talk.missing.away' : null
  useEffect(() => {
    // What was there when one came, and went meanwhile, was deleted: that is seen.
    if (!missing || led.current === key) return
    const timer = setTimeout(() => toast(intl.formatMessage({ id: missing }), { id: 'talk-missing' }), patience)
    return () => clearTimeout(timer)
  }, [missing, intl, key])
  return thread === null ? null : wanted
}

/** Shown once for each address: choosing another version leaves the comment's address. */
function useVersionOf(photo: SeenPhoto, version: VersionId | null): void {
  const { search, hash, state } = useLocation()
  const navigate = useNavigate()
  useEffect(() => {
    const known = version !== null && photo.versions.some(({ id }) => id === version)
    if (!known || showingIn(search, photo).version?.id === version) return
    void navigate({ search: showingSearch(search, photo, { version }), hash }, { replace: true, state })
  }, [photo, version, search, hash, state, navigate])
}
