import { useQueryClient } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useFieldArray, useForm } from 'react-hook-form'
import { FormattedMessage, useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { AccountId, GalleryId, SceneId } from '../../common/ids.ts'
import { createGalleryBody } from '../../common/protocol/http.ts'
import type { Refusal } from '../../common/result.ts'
import { ruleOf } from '../doors/field-rules.ts'
import { api } from '../net/api.ts'
import { newId } from '../net/new-id.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field, Message, SmallField } from '../ui/field.tsx'
import { refusalText } from '../ui/refusal-text.ts'
import { useOnce } from '../ui/use-once.ts'

/** What the desk still adds once it is open: a gallery is made with its first scene. */
export interface DeskState {
  readonly addScenes?: readonly string[]
}

export function NewGallery({ account, onClose }: { readonly account: AccountId; readonly onClose: () => void }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const text = (id: string, values = {}) => intl.formatMessage({ id }, values)
  const { register, control, handleSubmit, formState } = useForm({
    defaultValues: { name: '', scenes: [{ name: text('new.firstScene') }] },
  })
  // Kept for every try: one whose answer was lost is not made twice.
  const [ids] = useState(() => ({ id: newId<GalleryId>('gallery'), scene: newId<SceneId>('scene') }))
  const { fields, append, remove } = useFieldArray({ control, name: 'scenes' })
  const send = handleSubmit(
    useOnce(async ({ name, scenes }) => {
      const [first, ...more] = scenes.map((scene) => scene.name.trim()).filter(Boolean)
      const answer = await api.createGallery({ ...ids, account, name: name.trim(), sceneName: first ?? text('new.firstScene') })
      if (!answer.ok) return setRefusal(answer.refusal)
      await queries.invalidateQueries({ queryKey: ['galleries'] })
      await navigate(`/g/${answer.value.id}`, { state: { addScenes: more } satisfies DeskState })
    }),
  )
  return (
    <Dialog title={text('new.title')} lead={text('new.lead')} onClose={onClose}>
      <form onSubmit={send} noValidate className="stack">
        <Field
          label={text('new.name')}
          autoComplete="off"
          autoFocus
          error={formState.errors.name?.message}
          {...register('name', { validate: ruleOf(createGalleryBody.shape.name, 'new.name.missing', intl) })}
        />
        <fieldset className="stack tight">
          {fields.map((field, i) => (
            <div className="with-button" key={field.id}>
              <SmallField label={text('new.scene', { n: i + 1 })}>
                <input className="in" autoComplete="off" {...register(`scenes.${i}.name`)} />
              </SmallField>
              {fields.length > 1 && (
                <button type="button" className="ib" aria-label={text('new.scene.remove', { n: i + 1 })} onClick={() => remove(i)}>
                  <X className="i" aria-hidden="true" />
                </button>
              )}
            </div>
          ))}
          <button type="button" className="tx" onClick={() => append({ name: '' })}>
            <Plus className="i s" aria-hidden="true" />
            <FormattedMessage id="new.scene.add" />
          </button>
        </fieldset>
        {refusal && <Message>{refusalText(refusal, intl)}</Message>}
        <div className="foot">
          <button type="submit" className="btn solid" disabled={formState.isSubmitting}>
            <FormattedMessage id="new.go" />
          </button>
          <button type="button" className="btn line" onClick={onClose}>
            <FormattedMessage id="cancel" />
          </button>
        </div>
      </form>
    </Dialog>
  )
}
