import { ArrowLeft, EyeOff, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link } from 'react-router'
import type { SceneId } from '../../common/ids.ts'
import type { SeenScene } from '../../common/visibility/seen.ts'
import { splitName } from '../contact-sheet/split-name.ts'
import { oneEach } from '../gallery/one-each.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { useScrollHint } from '../ui/use-scroll-hint.ts'
import { SceneDialog } from './scene-dialog.tsx'
import { useAddScene } from './use-add-scene.ts'

interface SceneTreeProps {
  readonly current: SceneId | null
  readonly onScene: (scene: SceneId | null) => void
}

export function SceneTree({ current, onScene }: SceneTreeProps) {
  const intl = useIntl()
  const list = useScrollHint<HTMLDivElement>()
  const { gallery, scenes, photos, photosOf } = useGallery()
  const addScene = useAddScene()
  const [editing, setEditing] = useState<SceneId | null>(null)
  const add = async () => {
    const id = await addScene()
    if (id) setEditing(id)
  }
  const edited = scenes.find((scene) => scene.id === editing)
  return (
    <nav className="tree" aria-label={intl.formatMessage({ id: 'desk.scenes' })}>
      <div className="list" ref={list}>
        <Link className="up-link" to="/">
          <ArrowLeft className="i s" aria-hidden="true" />
          <FormattedMessage id="home.galleries" />
        </Link>
        <button type="button" className="t-row g-name" aria-current={current === null ? 'true' : undefined} onClick={() => onScene(null)}>
          <span className="trunc" title={gallery?.name}>
            {gallery?.name}
          </span>
          <span className="edge">{photos.length}</span>
        </button>
        {scenes.map((scene) => (
          <SceneRow
            key={scene.id}
            scene={scene}
            count={photosOf.get(scene.id)?.length ?? 0}
            current={scene.id === current}
            onChoose={() => onScene(scene.id)}
            onEdit={gallery?.write ? () => setEditing(scene.id) : null}
          />
        ))}
        {gallery?.write && (
          <button type="button" className="t-row add" onClick={() => void add()}>
            <Plus className="i s" aria-hidden="true" />
            <FormattedMessage id="scene.add" />
          </button>
        )}
      </div>
      <Inside />
      {edited && <SceneDialog scene={edited} onClose={() => setEditing(null)} />}
    </nav>
  )
}

interface SceneRowProps {
  readonly scene: SeenScene
  readonly count: number
  readonly current: boolean
  readonly onChoose: () => void
  readonly onEdit: (() => void) | null
}

function SceneRow({ scene, count, current, onChoose, onEdit }: SceneRowProps) {
  const intl = useIntl()
  const hidden = (scene.hiddenFor ?? []).map((role) => intl.formatMessage({ id: `role.${role}` })).join(', ')
  return (
    <div className="t-line">
      <button type="button" className="t-row" aria-current={current ? 'true' : undefined} onClick={onChoose}>
        <span className="trunc" title={scene.name}>
          {scene.name}
        </span>
        {hidden && <EyeOff className="i s" role="img" aria-label={intl.formatMessage({ id: 'scene.hiddenFor' }, { roles: hidden })} />}
        <span className="edge">{count}</span>
      </button>
      {onEdit && (
        <button
          type="button"
          className="t-edit"
          aria-label={intl.formatMessage({ id: 'scene.edit' }, { name: scene.name })}
          onClick={onEdit}
        >
          <Pencil className="i s" aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

function Inside() {
  const { here, photoById, me } = useGallery()
  const others = oneEach(here).filter(({ person }) => person !== me?.person)
  if (others.length === 0) return null
  return (
    <section className="now">
      <h3>
        <FormattedMessage id="desk.here" />
      </h3>
      <ul>
        {others.map((seat) => (
          <li key={seat.person}>
            <Monogram person={seat.person} name={seat.name} size={26} plain />
            <span className="who trunc">{seat.name}</span>
            <span className="edge">{seat.photo && splitName(photoById.get(seat.photo)?.cameraName ?? '')[1]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
