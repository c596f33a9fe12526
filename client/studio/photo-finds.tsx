/** Photos found by a search of the studio home, gallery by gallery. */
import { FormattedMessage } from 'react-intl'
import { Link } from 'react-router'
import { type FoundIn, type FoundPhoto, pictureUrl } from '../../common/protocol/http.ts'
import { placeholder } from '../contact-sheet/picture.tsx'
import { splitName } from '../contact-sheet/split-name.ts'
import { useFinds } from './use-finds.ts'
import './photo-finds.css'

export function PhotoFinds({ words }: { readonly words: string }) {
  const { asked, found } = useFinds(words)
  if (!found) return null
  const count = found.reduce((sum, one) => sum + one.count, 0)
  return (
    <section className="finds">
      <h2 className="grp">
        <span role="status">
          <FormattedMessage id="home.finds" values={{ n: count }} />
        </span>
      </h2>
      {found.map((one) => (
        <Finds key={one.gallery} found={one} words={asked} />
      ))}
    </section>
  )
}

function Finds({ found: { gallery, name, count, photos }, words }: { readonly found: FoundIn; readonly words: string }) {
  const search = `?${new URLSearchParams({ words })}`
  return (
    <div className="find-row">
      <Link className="name trunc" to={`/g/${gallery}${search}`}>
        {name} <span className="edge">{count}</span>
      </Link>
      <ul>
        {photos.map((photo) => (
          <li key={photo.photo}>
            <Link to={`/g/${gallery}/p/${photo.photo}${search}`} title={`${photo.cameraName}, ${photo.scene}`}>
              <Thumb gallery={gallery} photo={photo} />
              <FileName name={photo.cameraName} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function FileName({ name }: { readonly name: string }) {
  const [stem, number] = splitName(name)
  return (
    <span className="edge name">
      <span className="trunc">{stem}</span>
      <b className="trunc">{number}</b>
    </span>
  )
}

function Thumb({ gallery, photo: { photo, picture } }: { readonly gallery: FoundIn['gallery']; readonly photo: FoundPhoto }) {
  if (!picture) return <span className="im" />
  const blur = placeholder(picture)
  return (
    <img
      className="im"
      src={pictureUrl(gallery, photo, picture.version, 320)}
      alt=""
      width={picture.width}
      height={picture.height}
      loading="lazy"
      style={blur ? { backgroundImage: `url(${blur})` } : {}}
    />
  )
}
