import { useRef, useState } from 'react'
import { thumbHashToDataURL } from 'thumbhash'
import type { GalleryId } from '../../common/ids.ts'
import { renditionEdges } from '../../common/limits.ts'
import type { SeenPhoto, SeenVersion } from '../../common/visibility/seen.ts'
import { pictureUrl } from '../net/picture-address.ts'
import { expectedShape } from './expected-shapes.ts'

export const currentVersion = (photo: SeenPhoto): SeenVersion | null => photo.versions[photo.versions.length - 1] ?? null

/** Width divided by height; until the file is read what whoever sends it expects, else a landscape frame. */
export function ratioOf(photo: SeenPhoto): number {
  const version = currentVersion(photo)
  return version && version.width > 0 && version.height > 0 ? version.width / version.height : (expectedShape(photo.id) ?? 1.5)
}

const placeholders = new Map<string, string>()
function placeholderOf(thumbhash: string): string {
  const known = placeholders.get(thumbhash)
  if (known) return known
  if (placeholders.size > 2000) placeholders.clear()
  const url = thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (char) => char.charCodeAt(0)))
  placeholders.set(thumbhash, url)
  return url
}

/** The blurred first sight of a version, as an address, or null. */
export function placeholder(version: Pick<SeenVersion, 'thumbhash'> | null): string | null {
  if (!version?.thumbhash) return null
  try {
    return placeholderOf(version.thumbhash)
  } catch {
    return null
  }
}

/** Width in pixels of the rendition with this long edge. */
export const renditionWidth = (version: Pick<SeenVersion, 'width' | 'height'>, edge: number): number => {
  const scale = Math.min(1, edge / Math.max(version.width, version.height, 1))
  return Math.max(1, Math.round(version.width * scale))
}

export interface PictureProps {
  readonly gallery: GalleryId
  readonly photo: SeenPhoto
  /** CSS pixels it will be shown at: what the browser chooses the file by. */
  readonly width: number
  readonly describedBy?: string
  readonly eager?: boolean
}

/** Milliseconds: what is here by then was never missed, and a fade of fifty pictures at once would be a layer for each. */
const atOnce = 150

/** One rendition of the current version. Its name is the camera file name, whatever it shows. */
export function Picture({ gallery, photo, width, describedBy, eager = false }: PictureProps) {
  const [loaded, setLoaded] = useState<{ readonly version: string; readonly late: boolean } | null>(null)
  const asked = useRef({ version: '', at: 0 })
  const version = currentVersion(photo)
  if (!version || photo.state !== 'ready') return null
  if (asked.current.version !== version.id) asked.current = { version: version.id, at: performance.now() }
  const shown = loaded?.version === version.id
  const address = (edge: (typeof renditionEdges)[number]) => pictureUrl(gallery, photo.id, version.id, edge)
  return (
    <img
      className={shown ? (loaded.late ? 'shown' : 'shown at-once') : ''}
      src={address(640)}
      srcSet={renditionEdges.map((edge) => `${address(edge)} ${renditionWidth(version, edge)}w`).join(', ')}
      sizes={`${Math.round(width)}px`}
      width={version.width}
      height={version.height}
      alt={photo.cameraName}
      aria-describedby={describedBy}
      loading={eager ? 'eager' : 'lazy'}
      decoding="async"
      draggable={false}
      onLoad={() => setLoaded({ version: version.id, late: performance.now() - asked.current.at > atOnce })}
    />
  )
}
