/** A photo that found no room: left out, swapped with one that is in, or put in once there is room again. */
import { FormattedMessage } from 'react-intl'
import { Link, useMatch } from 'react-router'
import { Picture } from '../contact-sheet/picture.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useChoosing } from './choosing.tsx'
import { roomIn } from './filling.ts'
import './lists.css'

export function OverBar() {
  const { photoById, gallery } = useGallery()
  const { left, current, letGo, addAll } = useChoosing()
  const onList = useMatch('/g/:gallery/list/:list') !== null
  const photo = left[0] ? photoById.get(left[0]) : undefined
  if (!photo || !current || !gallery) return null
  const room = roomIn(current) !== 0
  const max = current.selection.request?.max ?? current.photos.length
  const values = { photo: photo.cameraName, n: left.length }
  return (
    <div className={onList ? 'list-over on-list inv' : 'list-over inv'} role="alert">
      <span className="ex">
        <Picture gallery={gallery.id} photo={photo} width={108} eager />
      </span>
      <p className="n">
        <FormattedMessage id={room ? 'list.room' : 'list.full'} values={{ max }} />
        <small>
          <FormattedMessage id={room ? 'list.room.first' : left.length > 1 ? 'list.full.many' : 'list.full.one'} values={values} />
        </small>
      </p>
      <span className="a">
        <button type="button" className="btn line" onClick={letGo}>
          <FormattedMessage id={left.length > 1 ? 'list.full.leaveMany' : 'list.full.leave'} />
        </button>
        {room && (
          <button type="button" className="btn solid" onClick={() => addAll(left)}>
            <FormattedMessage id="list.room.add" />
          </button>
        )}
        {!onList && !room && (
          <Link className="btn solid" to={`/g/${gallery.id}/list/${current.selection.id}`}>
            <FormattedMessage id="list.full.swap" />
          </Link>
        )}
      </span>
    </div>
  )
}
