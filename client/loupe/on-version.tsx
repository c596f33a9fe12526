import { FormattedMessage } from 'react-intl'
import { useLocation } from 'react-router'
import type { PhotoId, VersionId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useShow, useShownVersion } from './use-showing.ts'

/** Words about a version that is not the one shown lead to it. */
export function OnVersion({ photo, version }: { readonly photo: PhotoId; readonly version: VersionId | null }) {
  const found = useGallery().photoById.get(photo)
  const large = useLocation().pathname.includes('/p/')
  return found && large && version ? <Leading photo={found} version={version} /> : null
}

function Leading({ photo, version }: { readonly photo: SeenPhoto; readonly version: VersionId }) {
  const shown = useShownVersion(photo)
  const show = useShow(photo)
  const about = photo.versions.find(({ id }) => id === version)
  if (!about || about.id === shown?.id) return null
  return (
    <button type="button" className="tx on-version" onClick={() => show({ version })}>
      <FormattedMessage id="version.about" values={{ n: about.n }} />
    </button>
  )
}
