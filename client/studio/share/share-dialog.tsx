import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { LinkId, PhotoId } from '../../../common/ids.ts'
import type { SeenLink } from '../../../common/visibility/seen.ts'
import { useMe } from '../../app/use-me.ts'
import { useGallery } from '../../gallery/use-gallery.tsx'
import { newId } from '../../net/new-id.ts'
import { serverNow } from '../../net/server-clock.ts'
import { Check, Radios } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SmallField } from '../../ui/field.tsx'
import { useOnce } from '../../ui/use-once.ts'
import { ViewAsButton } from '../../view-as/doors.tsx'
import { dateOf, endOf } from '../desk-settings.tsx'
import { useSaidCommand } from '../use-said-command.ts'
import { CodeField } from './code-field.tsx'
import { FeedbackField } from './feedback-field.tsx'
import { LinkAddress } from './link-address.tsx'
import { RevokeLink } from './revoke-link.tsx'
import { RightsTable } from './rights-table.tsx'
import {
  addCommand,
  bindingsOf,
  changeCommand,
  emptyForm,
  formOf,
  type ShareForm,
  type ShareFormProps,
  shareRoles,
  withRole,
} from './share-form.ts'
import { linkIsOpen } from './sight.ts'

interface ShareDialogProps {
  /** Null makes a new one. */
  readonly link: SeenLink | null
  readonly selected: ReadonlySet<PhotoId>
  readonly onClose: () => void
}

export function ShareDialog({ link: given, selected, onClose }: ShareDialogProps) {
  const intl = useIntl()
  const { links, gallery } = useGallery()
  const command = useSaidCommand()
  // Kept for every try: one whose answer was lost is not made twice.
  const [id] = useState(() => newId<LinkId>('link'))
  const [made, setMade] = useState<LinkId | null>(null)
  const [form, setForm] = useState<ShareForm>(() => (given ? formOf(given) : emptyForm([...selected])))
  const link = given ?? links.find((one) => one.id === made) ?? null
  const text = (id: string, values = {}) => intl.formatMessage({ id }, values)
  const send = useOnce(async () => {
    if (given) {
      if (await command(changeCommand(form, given.id))) onClose()
      return
    }
    if (links.some((one) => one.id === id) || (await command(addCommand(form, id)))) setMade(id)
  })
  if (made) {
    return (
      <Dialog
        title={text('share.made')}
        lead={<FormattedMessage id={form.binding === 'open' ? 'share.made.open' : 'share.made.first'} />}
        onClose={onClose}
      >
        {link ? <LinkAddress link={link} /> : <p className="dim">{text('waiting')}</p>}
        <div className="foot">
          <button type="button" className="btn line" onClick={onClose}>
            <FormattedMessage id="done" />
          </button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog wide title={given ? given.label || text('share.title') : text('share.title')} onClose={onClose}>
      <form
        className="share-form"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {given && <LinkAddress link={given} />}
        <Who form={form} onForm={setForm} fresh={given === null} />
        <What form={form} onForm={setForm} />
        <div className="two-columns">
          <CodeField form={form} onForm={setForm} />
          <SmallField label={text('share.ends')}>
            <input
              className="in mono"
              type="date"
              value={dateOf(form.expiresAt)}
              onChange={(event) => setForm({ ...form, expiresAt: endOf(event.target.value) })}
            />
          </SmallField>
        </div>
        {gallery && <FeedbackField form={form} onForm={setForm} usual={gallery.feedback} />}
        <RightsTable form={form} onForm={setForm} />
        <div className="foot">
          <button
            type="submit"
            className="btn solid"
            disabled={gallery?.write !== true || (form.role === 'vendor' && form.photos.length === 0)}
          >
            <FormattedMessage id={given ? 'save' : 'share.make'} />
          </button>
          {!given && (
            <button type="button" className="btn line" onClick={onClose}>
              <FormattedMessage id="cancel" />
            </button>
          )}
          {given && <span className="grow" />}
          {given && linkIsOpen(given, serverNow()) && (
            <ViewAsButton subject={given.id} name={given.label || text(`role.${given.role}`)} words />
          )}
          {given?.bound && (
            <button type="button" className="tx" onClick={() => void command({ type: 'link:release', id: given.id })}>
              <FormattedMessage id="share.release" />
            </button>
          )}
          {given && <RevokeLink link={given} onRevoked={onClose} />}
        </div>
      </form>
    </Dialog>
  )
}

function Who({ form, onForm, fresh }: ShareFormProps & { readonly fresh: boolean }) {
  const intl = useIntl()
  const mail = useMe()?.mail ?? false
  const text = (id: string) => intl.formatMessage({ id })
  return (
    <>
      <Radios
        className="radios across"
        label={text('share.who')}
        value={form.role}
        options={shareRoles.map((value) => ({ value, label: text(`role.${value}`) }))}
        onChange={(role) => onForm(withRole(form, role, mail))}
      />
      <p className="dim role-more">{text(`role.${form.role}.more`)}</p>
      <div className="two-columns">
        <SmallField label={text('share.label')} note={text('share.label.more')}>
          <input className="in" value={form.label} maxLength={120} onChange={(event) => onForm({ ...form, label: event.target.value })} />
        </SmallField>
        {fresh && (
          <SmallField label={text('share.welcomes')} note={text('share.welcomes.more')}>
            <input
              className="in"
              value={form.welcomes}
              maxLength={120}
              onChange={(event) => onForm({ ...form, welcomes: event.target.value })}
            />
          </SmallField>
        )}
      </div>
      <Radios
        label={text('share.binding')}
        value={form.binding}
        options={bindingsOf(form.role, mail).map((value) => ({ value, label: text(`binding.${value}`) }))}
        onChange={(binding) => onForm({ ...form, binding })}
      />
      {form.binding === 'email' && (
        <SmallField label={text('field.email')}>
          <input
            className="in"
            type="email"
            required
            value={form.email}
            onChange={(event) => onForm({ ...form, email: event.target.value })}
          />
        </SmallField>
      )}
    </>
  )
}

function What({ form, onForm }: ShareFormProps) {
  const { scenes, photosOf, gallery } = useGallery()
  const { role, scenes: chosen } = form
  if (role === 'vendor') {
    return (
      <p className="msg-line">
        <FormattedMessage id={form.photos.length > 0 ? 'share.vendorPhotos' : 'share.vendorNone'} values={{ n: form.photos.length }} />
      </p>
    )
  }
  if (role === 'mainClient') return null
  const list = chosen === 'all' ? scenes.map((scene) => scene.id) : chosen
  const set = (scene: (typeof scenes)[number]['id'], on: boolean) =>
    onForm({ ...form, scenes: on ? [...list, scene] : list.filter((one) => one !== scene) })
  return (
    <fieldset>
      <legend className="lab">
        <FormattedMessage id="share.scenes" />
      </legend>
      <Check
        label={<FormattedMessage id="share.allScenes" />}
        checked={chosen === 'all'}
        onChange={(all) => onForm({ ...form, scenes: all ? 'all' : scenes.map((scene) => scene.id) })}
      />
      {chosen !== 'all' && (
        <div className={scenes.length > 8 ? 'two-columns many' : 'two-columns'}>
          {scenes.map((scene) => (
            <Check
              key={scene.id}
              label={scene.name}
              checked={list.includes(scene.id)}
              onChange={(on) => set(scene.id, on)}
              aside={photosOf.get(scene.id)?.length ?? 0}
            />
          ))}
        </div>
      )}
      {chosen !== 'all' && !gallery?.private && (
        <p className="dim xs">
          <FormattedMessage id="share.scenesLater" />
        </p>
      )}
    </fieldset>
  )
}
