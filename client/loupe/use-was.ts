import { useRef } from 'react'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { splitName } from '../contact-sheet/split-name.ts'

/** How the photo at this address was called when it was looked at here; null if it never was. */
export function useWas(photo: SeenPhoto | undefined, id: PhotoId): string | null {
  const last = useRef<{ readonly id: PhotoId; readonly name: string } | null>(null)
  if (photo && last.current?.id !== photo.id) last.current = { id: photo.id, name: splitName(photo.cameraName)[1] || photo.cameraName }
  return last.current?.id === id ? last.current.name : null
}
