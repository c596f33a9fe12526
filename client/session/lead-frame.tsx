/** Whoever leads has drawn round the whole table: the stage of everyone who follows, and their own. Nobody is at it without a connection. */
import { useLayoutEffect, useRef, useState } from 'react'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Loop } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { useTable } from './session-room.tsx'

/** Pixels from the edge of the stage. */
const inset = 12
const insetOnPhones = 6
const phone = 760

export function LeadFrame() {
  const { following, leads } = useTable()
  const { me, status } = useGallery()
  const frame = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  const person = status === 'open' ? (following ?? (leads ? me?.person : null)) : null
  useLayoutEffect(() => {
    const element = frame.current
    if (!element || !person || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [person])
  if (!person) return null
  const edge = globalThis.innerWidth <= phone ? insetOnPhones : inset
  return (
    <div ref={frame} className="lead-frame" style={{ inset: edge }} aria-hidden="true">
      {size.width > 0 && <Loop person={person} width={size.width} height={size.height} seed={seedOf(person)} />}
    </div>
  )
}
