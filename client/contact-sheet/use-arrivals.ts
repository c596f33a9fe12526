/** Marks of others as they come: the stroke that draws itself, and a sentence for who listens. */
import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { PersonId, PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { Notice } from '../gallery/notice.ts'
import { type Known, nameOf, sayMark } from './say-marks.ts'
import { useSpoken } from './use-spoken.ts'
import type { MarkSource } from './wall-cell.tsx'

export interface Arrivals {
  readonly now: ReadonlyMap<PhotoId, PersonId>
  readonly said: string
}

/** How long a name stays at the tip of its stroke, milliseconds. */
const rest = 2200

export function useArrivals(source: MarkSource, photos: ReadonlyMap<PhotoId, SeenPhoto>, known: Known): Arrivals {
  const intl = useIntl()
  const [now, setNow] = useState<ReadonlyMap<PhotoId, PersonId>>(new Map())
  const [said, say] = useSpoken()
  const latest = useRef({ photos, known, intl })
  latest.current = { photos, known, intl }
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const stop = source.onNotice((notice) => {
      say(sayNotice(notice, latest.current))
      if (notice.type !== 'marked' && notice.type !== 'picked') return
      setNow((before) => new Map(before).set(notice.photo, notice.person))
      const timer = setTimeout(() => {
        timers.delete(timer)
        setNow((before) => new Map([...before].filter(([photo, person]) => photo !== notice.photo || person !== notice.person)))
      }, rest)
      timers.add(timer)
    })
    return () => {
      stop()
      for (const timer of timers) clearTimeout(timer)
    }
  }, [source, say])
  return { now, said }
}

interface Telling {
  readonly photos: Pick<ReadonlyMap<PhotoId, SeenPhoto>, 'get'>
  readonly known: Known
  readonly intl: ReturnType<typeof useIntl>
}

/** Empty for what concerns oneself alone. */
export function sayNotice(notice: Notice, { photos, known, intl }: Telling): string {
  if (notice.type === 'gone') return intl.formatMessage({ id: 'live.gone' }, { photo: notice.cameraName })
  if (notice.type === 'refused' || notice.type === 'looking') return ''
  const photo = photos.get(notice.photo)?.cameraName ?? ''
  const name = nameOf(notice.person, known, intl)
  if (notice.type === 'commented') return intl.formatMessage({ id: 'live.commented' }, { name, photo })
  if (notice.type === 'picked') return intl.formatMessage({ id: 'live.picked' }, { name, photo })
  const marks = sayMark(notice.mark, intl) || intl.formatMessage({ id: 'mark.none' })
  return intl.formatMessage({ id: 'live.marked' }, { name, photo, marks })
}
