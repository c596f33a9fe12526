/** Inside the frame: tells the page around it where one is, and when Escape means to leave; and whoever tries something, that it is not kept. */
import { useEffect } from 'react'
import { useIntl } from 'react-intl'
import { useLocation } from 'react-router'
import { toast } from 'sonner'
import type { Notice } from '../gallery/notice.ts'
import { useGallery, useNotices } from '../gallery/use-gallery.tsx'
import { busy } from '../keyboard/use-keys.ts'
import type { FrameWord } from './frame-word.ts'

const say = (word: FrameWord) => window.parent.postMessage(word, window.location.origin)

export function LookedAt() {
  const { pathname, search } = useLocation()
  const path = pathname + search
  useEffect(() => say({ proofroom: 'at', path }), [path])
  const terms = useGallery().refusal?.code === 'terms-needed'
  useEffect(() => say({ proofroom: 'door', terms }), [terms])
  const onWall = /^\/g\/[^/]+\/?$/.test(pathname)
  useEffect(() => {
    // After everything else that listens for it: what was closed by it has said so.
    const leave = (event: KeyboardEvent) => {
      if (onWall && event.key === 'Escape' && !event.defaultPrevented && !busy(event)) say({ proofroom: 'leave' })
    }
    window.addEventListener('keydown', leave)
    return () => window.removeEventListener('keydown', leave)
  }, [onWall])
  const intl = useIntl()
  // Whatever was tried: said once, however often one tries.
  useNotices((notice: Notice) => {
    if (notice.type === 'looking') toast(intl.formatMessage({ id: 'refusal.only-looking' }), { id: 'only-looking' })
  })
  return null
}
