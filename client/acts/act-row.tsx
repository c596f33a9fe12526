import type { ReactNode, SyntheticEvent } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { placeholder } from '../contact-sheet/picture.tsx'
import { splitName } from '../contact-sheet/split-name.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { pictureUrl } from '../net/picture-address.ts'
import type { OutboxEntry } from '../sheet/outbox-entry.ts'
import { actWords } from './act-words.ts'

/** Not kept in this size: its blurred first sight stays. */
const hide = ({ currentTarget }: SyntheticEvent<HTMLImageElement>) => {
  currentTarget.hidden = true
}

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
  const blurred = placeholder(version ?? null)
  const name = seen?.cameraName ?? cameraName
  return (
    <li className="act">
      <span className="im">
        <span className="blank" style={blurred ? { backgroundImage: `url(${blurred})` } : undefined}>
          {gallery && seen && version && <img src={pictureUrl(gallery.id, seen.id, version.id, 320)} alt="" onError={hide} />}
        </span>
        <span className="edge">{name ? splitName(name)[1] : <FormattedMessage id="acts.goneName" />}</span>
      </span>
      <b>{actWords(act, intl)}</b>
      {children}
    </li>
  )
}
