/** The frame, drawn in the hand of whom one looks as, and their page in it. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { GalleryId } from '../../common/ids.ts'
import { useMedia } from '../contact-sheet/use-media.ts'
import { hueClass } from '../ui/hue.ts'
import { seedOf } from '../ui/strokes.ts'
import { useBox } from '../ui/use-box.ts'
import { framedPath } from './address.ts'
import { framePath } from './frame-path.ts'
import { readFrameWord } from './frame-word.ts'
import type { ShownSubject } from './subjects.ts'

export type FrameSize = 'desk' | 'phone'

interface FramedProps {
  readonly gallery: GalleryId
  readonly shown: ShownSubject
  readonly name: string
  /** What of the address follows the gallery, at first. */
  readonly rest: string
  readonly size: FrameSize
  readonly onAt: (path: string) => void
  readonly onTerms: (before: boolean) => void
  readonly onLeave: () => void
}

export function Framed({ gallery, shown, name, rest, size, onAt, onTerms, onLeave }: FramedProps) {
  const intl = useIntl()
  const title = intl.formatMessage({ id: 'as.frame' }, { name })
  const frame = useRef<HTMLIFrameElement>(null)
  // Where one goes in there is its own: the frame is never loaded anew for it.
  const [source] = useState(() => framedPath(gallery, shown.subject, rest))
  // Whoever presses keys means what they see.
  const enter = useCallback(() => {
    if (document.activeElement?.contains(frame.current)) frame.current?.focus()
  }, [])
  const at = (path: string) => {
    enter()
    onAt(path)
  }
  useEffect(enter, [enter])
  useFrameWords(frame, { onAt: at, onTerms, onLeave })
  return (
    <main className="around" aria-label={title}>
      <div className={`fr as-${size}`}>
        <iframe ref={frame} src={source} title={title} onLoad={enter} />
        <Loop shown={shown} />
      </div>
    </main>
  )
}

function Loop({ shown: { kind, subject } }: { readonly shown: ShownSubject }) {
  const place = useRef<HTMLDivElement>(null)
  const { width, height } = useBox(place)
  const narrow = useMedia('(max-width: 760px)')
  const [out, pen] = narrow ? [6, 3.4] : [11, 4.6]
  return (
    <div className="round" ref={place} aria-hidden="true">
      {width > 0 && (
        <svg className={kind === 'person' ? `loop ${hueClass(subject)}` : 'loop none'} width={width} height={height} aria-hidden="true">
          <path d={framePath({ width, height, seed: 1 + (seedOf(subject) % 97), out, pen })} />
        </svg>
      )}
    </div>
  )
}

/** Only of our own page in this frame. */
function useFrameWords(frame: { readonly current: HTMLIFrameElement | null }, on: Pick<FramedProps, 'onAt' | 'onTerms' | 'onLeave'>): void {
  const latest = useRef(on)
  latest.current = on
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent) => {
      if (origin !== window.location.origin || source !== frame.current?.contentWindow) return
      const word = readFrameWord(data)
      if (word?.proofroom === 'at') latest.current.onAt(word.path)
      else if (word?.proofroom === 'door') latest.current.onTerms(word.terms)
      else if (word?.proofroom === 'leave') latest.current.onLeave()
    }
    window.addEventListener('message', hear)
    return () => window.removeEventListener('message', hear)
  }, [frame])
}
