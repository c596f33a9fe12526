/** What one's own keys did to the photo at hand, and which one came: for whoever listens rather than looks. */
import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { usePhotoMarks } from '../gallery/use-gallery.tsx'
import { sayMark } from './say-marks.ts'
import { differing } from './use-spoken.ts'

/** Milliseconds of quiet before it is said: whoever pages fast hears where they came to. */
const quiet = 300

interface SaidPhotoProps {
  readonly photo: SeenPhoto
  /** Where it is among the others; without it, another photo is told by what has the focus. */
  readonly place?: string
}

export function SaidPhoto({ photo, place }: SaidPhotoProps) {
  const intl = useIntl()
  const marks = sayMark(usePhotoMarks(photo.id).mine, intl)
  const [said, setSaid] = useState('')
  const before = useRef({ photo: photo.id, marks })
  useEffect(() => {
    const same = before.current.photo === photo.id
    if (same && before.current.marks === marks) return
    const words = same ? marks || intl.formatMessage({ id: 'mark.none' }) : [photo.cameraName, place, marks].filter(Boolean).join(', ')
    if (!same && place === undefined) {
      before.current = { photo: photo.id, marks }
      return
    }
    const timer = setTimeout(() => {
      before.current = { photo: photo.id, marks }
      setSaid((last) => differing(words, last))
    }, quiet)
    return () => clearTimeout(timer)
  }, [photo.id, photo.cameraName, place, marks, intl])
  return (
    <span className="sr" role="status">
      {said}
    </span>
  )
}
