import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { pictureUrl } from '../../common/protocol/http.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { OutboxEntry } from '../sheet/outbox-entry.ts'
import { actWords } from './act-words.ts'

interface ActRowProps {
  readonly act: OutboxEntry
  readonly photo: PhotoId | null
  /** As it was when the photo was last seen. */
  readonly cameraName: string | null
  readonly children: ReactNode
}

/** One act: the photo as far as it is in sight, what was done, and what follows. */
export function ActRow({ act, photo, cameraName, children }: ActRowProps) {
  const intl = useIntl()
  const { gallery, photoById } = useGallery()
  const seen = photo ? photoById.get(photo) : undefined
  const version = seen?.versions.at(-1)
  const name = seen?.cameraName ?? cameraName
  return (
    <li className="act">
      <span className="im">
        {gallery && seen && version ? (
          <img src={pictureUrl(gallery.id, seen.id, version.id, 320)} alt="" />
        ) : (
          <span className="blank" aria-hidden="true" />
        )}
        <span className="edge">{name ?? <FormattedMessage id="acts.goneName" />}</span>
      </span>
      <b>{actWords(act, intl)}</b>
      {children}
    </li>
  )
}
