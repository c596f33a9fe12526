/** Lists of one's own: another one is made here, and this one taken away by whoever owns it. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import { toast } from 'sonner'
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { SelectionId } from '../../common/ids.ts'
import { nameLength } from '../../common/limits.ts'
import type { SeenSelection } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { newId } from '../net/new-id.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { refusalText } from '../ui/refusal-text.ts'
import { useChoosing } from './choosing.tsx'

export function OwnLists({ selection, onGone }: { readonly selection: SeenSelection; readonly onGone: () => void }) {
  const { me } = useGallery()
  const { mayChoose } = useChoosing()
  const [making, setMaking] = useState(false)
  const ask = useAsked()
  const remove = async () => {
    if (await ask({ type: 'selection:remove', id: selection.id })) onGone()
  }
  if (!mayChoose) return null
  return (
    <p className="own">
      <button type="button" className="tx" onClick={() => setMaking(true)}>
        <Plus className="i s" aria-hidden="true" />
        <FormattedMessage id="list.own.new" />
      </button>
      {selection.owner !== null && selection.owner === me?.person && (
        <button type="button" className="tx" onClick={() => void remove()}>
          <FormattedMessage id="list.own.remove" />
        </button>
      )}
      {making && <NewList onClose={() => setMaking(false)} />}
    </p>
  )
}

function NewList({ onClose }: { readonly onClose: () => void }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const { gallery, selections } = useGallery()
  const [name, setName] = useState('')
  const ask = useAsked()
  const make = async () => {
    const id = newId<SelectionId>('selection')
    const order = selections.reduce((most, one) => Math.max(most, one.order), 0) + 1
    if (!(await ask({ type: 'selection:add', id, name: name.trim(), order, request: null }))) return
    onClose()
    await navigate(`/g/${gallery?.id}/list/${id}`)
  }
  return (
    <Dialog title={intl.formatMessage({ id: 'list.own.new' })} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (name.trim()) void make()
        }}
      >
        <Field
          label={intl.formatMessage({ id: 'list.own.name' })}
          value={name}
          maxLength={nameLength}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="foot">
          <button type="submit" className="btn solid" disabled={!name.trim()}>
            <FormattedMessage id="list.own.make" />
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function useAsked(): (command: GalleryCommand) => Promise<boolean> {
  const intl = useIntl()
  const { actions } = useGallery()
  return async (command) => {
    const answer = await actions.do(command)
    if (!answer.ok) toast(refusalText(answer.refusal, intl))
    return answer.ok
  }
}
