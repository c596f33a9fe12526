import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { noteLength } from '../../../common/limits.ts'
import type { SeenSelection } from '../../../common/visibility/seen.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { SmallField } from '../../ui/field.tsx'
import { useOnce } from '../../ui/use-once.ts'
import { useSaidCommand } from '../use-said-command.ts'

/** A word in the gallery of everybody who is asked. */
export function RemindDialog({ selection, onClose }: { readonly selection: SeenSelection; readonly onClose: () => void }) {
  const intl = useIntl()
  const command = useSaidCommand()
  const [note, setNote] = useState('')
  const remind = useOnce(async () => {
    if (await command({ type: 'selection:remind', id: selection.id, note: note.trim() })) onClose()
  })
  return (
    <Dialog
      title={intl.formatMessage({ id: 'lists.remind.title' }, { name: selection.name })}
      lead={<FormattedMessage id="lists.remind.lead" />}
      onClose={onClose}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          void remind()
        }}
      >
        <SmallField label={intl.formatMessage({ id: 'lists.remind.note' })} note={intl.formatMessage({ id: 'list.optional' })}>
          <textarea className="in" rows={3} maxLength={noteLength} value={note} onChange={(event) => setNote(event.target.value)} />
        </SmallField>
        <div className="foot">
          <button type="submit" className="btn solid">
            <FormattedMessage id="lists.remind" />
          </button>
        </div>
      </form>
    </Dialog>
  )
}
