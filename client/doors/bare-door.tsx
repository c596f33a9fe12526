/** At the bare address of a gallery one is not known in: a public one asks for a name and opens, of any other nothing is said. */
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { GalleryId } from '../../common/ids.ts'
import type { Refusal } from '../../common/result.ts'
import { Waiting } from '../app/waiting.tsx'
import { api } from '../net/api.ts'
import { LinkAsk } from './link-ask.tsx'
import type { LinkAnswers, Needed } from './link-door.tsx'

interface BareDoorProps {
  readonly gallery: GalleryId
  readonly onEntered: () => void
  /** What is shown where this door does not open. */
  readonly children: ReactNode
}

export function BareDoor({ gallery, onEntered, children }: BareDoorProps) {
  const [needed, setNeeded] = useState<Needed | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const enter = useCallback(
    async ({ name }: LinkAnswers) => {
      const answer = await api.enterGallery(gallery, name)
      setRefusal(answer.ok ? null : answer.refusal)
      if (!answer.ok) return
      if (answer.value.gallery === null) setNeeded(answer.value)
      else onEntered()
    },
    [gallery, onEntered],
  )
  useEffect(() => void enter({}), [enter])
  if (needed) return <LinkAsk needed={needed} refusal={refusal} onAnswer={enter} />
  return refusal ? children : <Waiting />
}
