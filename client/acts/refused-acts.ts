/** Acts of this page that were refused, until somebody has looked at them: one by one, each with its reason. */
import { useCallback, useState } from 'react'
import type { PhotoId } from '../../common/ids.ts'
import type { Refusal } from '../../common/result.ts'
import type { Notice } from '../gallery/gallery-view.ts'
import { useNotices } from '../gallery/use-gallery.tsx'
import type { OutboxEntry } from '../sheet/outbox-entry.ts'
import { photoOf } from './act-words.ts'

/** Milliseconds in which an act was made before the eyes of whoever is told. */
const justNow = 15_000

export interface RefusedAct {
  readonly act: OutboxEntry
  readonly refusal: Refusal
  readonly photo: PhotoId | null
  readonly cameraName: string | null
}

export function useRefusedActs(): { readonly refused: readonly RefusedAct[]; readonly clear: (acts: readonly RefusedAct[]) => void } {
  const [refused, setRefused] = useState<readonly RefusedAct[]>([])
  useNotices(
    useCallback((notice: Notice) => {
      if (notice.type !== 'refused') return
      const { acts, refusal, photo, cameraName } = notice
      // A list without room is told by the bar that offers a swap, unless it was filled up while this page was away.
      const mine = refusal.code === 'list-full' ? acts.filter(({ at }) => Date.now() - at > justNow) : acts
      setRefused((before) => [...before, ...mine.map((act) => ({ act, refusal, photo: photo ?? photoOf(act), cameraName }))])
    }, []),
  )
  const clear = useCallback((acts: readonly RefusedAct[]) => setRefused((before) => before.filter((one) => !acts.includes(one))), [])
  return { refused, clear }
}
