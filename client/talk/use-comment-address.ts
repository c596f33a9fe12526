/** An address with a comment behind its `#` leads to the thread it is in. One that may not be seen is as if there were none. */
import { useEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import { useLocation } from 'react-router'
import { toast } from 'sonner'
import type { CommentId } from '../../common/ids.ts'
import type { CommentThread } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useTalkFocus } from '../loupe/talk-focus.tsx'
import { commentIn } from './comment-address.ts'

/** Milliseconds in which words that are there have come, once the gallery is open. */
const patience = 3_000

/** The comment the address leads to, once it is here. */
export function useCommentAddress(threads: readonly CommentThread[]): CommentId | null {
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
  const missing = wanted !== null && thread === null && status === 'open'
  useEffect(() => {
    if (!missing) return
    const timer = setTimeout(() => toast(intl.formatMessage({ id: 'talk.missing' })), patience)
    return () => clearTimeout(timer)
  }, [missing, intl])
  return thread === null ? null : wanted
}
