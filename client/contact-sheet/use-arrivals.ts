/** Marks of others as they come: the stroke that draws itself, and a sentence for who listens. */
import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { Notice } from '../gallery/notice.ts'
import { Arrivals } from './arrivals.ts'
import { type Known, nameOf, sayMark } from './say-marks.ts'
import { useSpoken } from './use-spoken.ts'
import type { MarkSource } from './wall-cell.tsx'

/** Always the same one: each tile listens to its own photo. */
export function useArrivals(source: MarkSource): Arrivals {
  const [arrivals] = useState(() => new Arrivals())
  useEffect(() => {
    const stop = source.onNotice((notice) => {
      if (notice.type === 'marked' || notice.type === 'picked') arrivals.come(notice.photo, notice.person)
    })
    return () => {
      stop()
      arrivals.stop()
    }
  }, [source, arrivals])
  return arrivals
}

interface Telling {
  readonly photos: Pick<ReadonlyMap<PhotoId, SeenPhoto>, 'get'>
  readonly known: Known
}

/** What others did last, in words. */
export function useSaidArrivals(source: MarkSource, { photos, known }: Telling): string {
  const intl = useIntl()
  const [said, say] = useSpoken()
  const latest = useRef({ photos, known, intl })
  latest.current = { photos, known, intl }
  useEffect(() => source.onNotice((notice) => say(sayNotice(notice, latest.current))), [source, say])
  return said
}

/** Empty for what concerns oneself alone. */
export function sayNotice(notice: Notice, { photos, known, intl }: Telling & { readonly intl: ReturnType<typeof useIntl> }): string {
  if (notice.type === 'gone') return intl.formatMessage({ id: 'live.gone' }, { photo: notice.cameraName })
  if (notice.type === 'refused' || notice.type === 'looking') return ''
  const photo = photos.get(notice.photo)?.cameraName ?? ''
  const name = nameOf(notice.person, known, intl)
  if (notice.type === 'commented') return intl.formatMessage({ id: 'live.commented' }, { name, photo })
  if (notice.type === 'picked') return intl.formatMessage({ id: 'live.picked' }, { name, photo })
  const marks = sayMark(notice.mark, intl) || intl.formatMessage({ id: 'mark.none' })
  return intl.formatMessage({ id: 'live.marked' }, { name, photo, marks })
}
