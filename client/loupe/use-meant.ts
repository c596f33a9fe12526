/** A press means the photo that stood there when it began, also if another comes before it ends: whoever is led cannot know when. */
import { type MouseEvent, useRef } from 'react'
import type { SeenPhoto } from '../../common/visibility/seen.ts'

export type Meant = (event: MouseEvent) => SeenPhoto

/** By keys a press has no beginning: the photo that stands there. */
export function useMeant(photo: SeenPhoto): { readonly begins: () => void; readonly meant: Meant } {
  const began = useRef<SeenPhoto | null>(null)
  return {
    begins: () => {
      began.current = photo
    },
    meant: ({ detail }) => {
      const from = detail > 0 ? began.current : null
      began.current = null
      return from ?? photo
    },
  }
}
