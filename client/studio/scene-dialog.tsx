import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type ClientRole, clientRoles } from '../../common/gallery/model.ts'
import type { SeenScene } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Check } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SmallField } from '../ui/field.tsx'
import { useSaidCommand } from './use-said-command.ts'

/** Name and place of a scene, for whom it is hidden, and taking it away. */
export function SceneDialog({ scene, onClose }: { readonly scene: SeenScene; readonly onClose: () => void }) {
  const intl = useIntl()
  const { scenes, photosOf } = useGallery()
  const command = useSaidCommand()
  const [name, setName] = useState(scene.name)
  const [hiddenFor, setHiddenFor] = useState<readonly ClientRole[]>(scene.hiddenFor ?? [])
  const index = scenes.findIndex((one) => one.id === scene.id)
  const before = scenes[index - 1]
  const after = scenes[index + 1]
  const neighbour = before ?? after
  const save = async () => {
    const done = await command({ type: 'scene:change', id: scene.id, name: name.trim() || scene.name, hiddenFor: [...hiddenFor] })
    if (done) onClose()
  }
  const swap = async (other: SeenScene) => {
    await command({ type: 'scene:change', id: scene.id, order: other.order })
    await command({ type: 'scene:change', id: other.id, order: scene.order })
  }
  const remove = async () => {
    if (neighbour && (await command({ type: 'scene:remove', id: scene.id, moveTo: neighbour.id }))) onClose()
  }
  const toggle = (role: ClientRole, hidden: boolean) =>
    setHiddenFor((roles) => (hidden ? [...roles, role] : roles.filter((one) => one !== role)))
  return (
    <Dialog title={intl.formatMessage({ id: 'scene.title' })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <SmallField label={intl.formatMessage({ id: 'scene.name' })}>
          <input className="in" value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </SmallField>
        {/* Said, not disabled: the button just pressed keeps the focus at the end of its way. */}
        <div className="foot bare">
          <button type="button" className="btn line" aria-disabled={!before} onClick={() => before && void swap(before)}>
            <FormattedMessage id="scene.up" />
          </button>
          <button type="button" className="btn line" aria-disabled={!after} onClick={() => after && void swap(after)}>
            <FormattedMessage id="scene.down" />
          </button>
        </div>
        <fieldset>
          <legend className="lab">
            <FormattedMessage id="scene.hide" />
          </legend>
          <div className="two-columns">
            {clientRoles.map((role) => (
              <Check
                key={role}
                label={<FormattedMessage id={`roles.${role}`} />}
                checked={hiddenFor.includes(role)}
                onChange={(hidden) => toggle(role, hidden)}
              />
            ))}
          </div>
        </fieldset>
        {neighbour && (
          <div className="scene-remove">
            <button type="button" className="tx" onClick={() => void remove()}>
              <FormattedMessage id="scene.remove" />
            </button>
            <p className="dim xs">
              <FormattedMessage id="scene.remove.more" values={{ n: photosOf.get(scene.id)?.length ?? 0, name: neighbour.name }} />
            </p>
          </div>
        )}
        <div className="foot">
          <button type="submit" className="btn solid">
            <FormattedMessage id="save" />
          </button>
          <button type="button" className="btn line" onClick={onClose}>
            <FormattedMessage id="cancel" />
          </button>
        </div>
      </form>
    </Dialog>
  )
}
