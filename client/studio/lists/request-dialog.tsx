import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SelectionId } from '../../../common/ids.ts'
import { nameLength, noteLength, photosPerList } from '../../../common/limits.ts'
import type { SeenSelection } from '../../../common/visibility/seen.ts'
import { useGallery } from '../../gallery/use-gallery.tsx'
import { newId } from '../../net/new-id.ts'
import { Check } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SmallField } from '../../ui/field.tsx'
import { useOnce } from '../../ui/use-once.ts'
import { dateOf, endOf } from '../desk-settings.tsx'
import { useSaidCommand } from '../use-said-command.ts'
import { changeOf, emptyRequest, problemIn, type RequestForm, type RequestPartProps, requestFormOf, requestOf } from './request-form.ts'
import { RequestWho } from './request-who.tsx'

interface RequestDialogProps {
  /** Null makes a new one. */
  readonly selection: SeenSelection | null
  readonly onClose: () => void
}

export function RequestDialog({ selection, onClose }: RequestDialogProps) {
  const intl = useIntl()
  const { selections } = useGallery()
  const command = useSaidCommand()
  // Kept for every try: one whose answer was lost is not made twice.
  const [id] = useState(() => newId<SelectionId>('selection'))
  const [form, setForm] = useState<RequestForm>(() => (selection ? requestFormOf(selection) : emptyRequest))
  const problem = problemIn(form)
  const text = (key: string) => intl.formatMessage({ id: key })
  const send = useOnce(async () => {
    const order = selections.reduce((most, one) => Math.max(most, one.order), 0) + 1
    const add = { type: 'selection:add', id, name: form.name.trim(), order, request: requestOf(form) } as const
    if (await command(selection ? changeOf(form, selection.id) : add)) onClose()
  })
  return (
    <Dialog
      title={text(selection ? 'lists.dialog.change' : 'lists.dialog.new')}
      {...(selection ? {} : { lead: text('lists.dialog.lead') })}
      onClose={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!problem) void send()
        }}
      >
        <SmallField label={text('lists.name')}>
          <input
            className="in"
            value={form.name}
            maxLength={nameLength}
            autoComplete="off"
            autoFocus={!selection}
            placeholder={text('lists.name.example')}
            onChange={(event) => setForm({ ...form, name: event.target.value })}
          />
        </SmallField>
        {!form.team && <Conditions form={form} onForm={setForm} />}
        {!form.team && <RequestWho form={form} onForm={setForm} />}
        {!selection?.request && (
          <Check label={text('lists.teamOnly')} checked={form.team} onChange={(team) => setForm({ ...form, team })} />
        )}
        {problem === 'numbers' && (
          <p className="hint" role="alert">
            <FormattedMessage id="lists.wrong" />
          </p>
        )}
        {problem === 'nobody' && (
          <p className="hint" role="alert">
            <FormattedMessage id="lists.who.nobody" />
          </p>
        )}
        <div className="foot">
          <button type="submit" className="btn solid" disabled={problem !== null}>
            <FormattedMessage id={selection ? 'save' : form.team ? 'lists.make' : 'lists.ask'} />
          </button>
          <button type="button" className="btn line" onClick={onClose}>
            <FormattedMessage id="cancel" />
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function Conditions({ form, onForm }: RequestPartProps) {
  const intl = useIntl()
  const text = (key: string) => intl.formatMessage({ id: key })
  const number = { className: 'in mono', type: 'number', min: 0, max: photosPerList, inputMode: 'numeric' } as const
  return (
    <>
      <div className="cond3">
        <SmallField label={text('lists.min')}>
          <input
            {...number}
            placeholder={text('lists.anyNumber')}
            value={form.min}
            onChange={(event) => onForm({ ...form, min: event.target.value })}
          />
        </SmallField>
        <SmallField label={text('lists.max')}>
          <input
            {...number}
            placeholder={text('lists.anyNumber')}
            value={form.max}
            onChange={(event) => onForm({ ...form, max: event.target.value })}
          />
        </SmallField>
        <SmallField label={text('lists.by')}>
          <input
            className="in mono"
            type="date"
            value={dateOf(form.deadline)}
            onChange={(event) => onForm({ ...form, deadline: endOf(event.target.value) })}
          />
        </SmallField>
      </div>
      {form.deadline !== null && (
        <Check label={text('lists.closes')} checked={form.closes} onChange={(closes) => onForm({ ...form, closes })} />
      )}
      <SmallField label={text('lists.note')}>
        <textarea
          className="in"
          rows={2}
          maxLength={noteLength}
          value={form.note}
          onChange={(event) => onForm({ ...form, note: event.target.value })}
        />
      </SmallField>
    </>
  )
}
