import { useForm } from 'react-hook-form'
import { FormattedMessage, useIntl } from 'react-intl'
import { openLinkBody } from '../../common/protocol/http.ts'
import { assertNever, type Refusal } from '../../common/result.ts'
import { Field, Message } from '../ui/field.tsx'
import { refusalText } from '../ui/refusal-text.ts'
import { useOnce } from '../ui/use-once.ts'
import { Door } from './door.tsx'
import { ruleOf } from './field-rules.ts'
import type { LinkAnswers, Needed } from './link-door.tsx'

interface LinkAskProps {
  readonly needed: Needed
  readonly refusal: Refusal | null
  readonly onAnswer: (answers: LinkAnswers) => Promise<void>
}

/** What each door asks for: its words, and the rule for what is typed. */
function askOf(needs: Needed['needs']) {
  switch (needs) {
    case 'name':
      return {
        field: 'name',
        rule: openLinkBody.shape.name.unwrap(),
        wrong: 'field.name.missing',
        autoComplete: 'name',
        mono: false,
      } as const
    case 'code':
      return {
        field: 'code',
        rule: openLinkBody.shape.code.unwrap().min(1),
        wrong: 'field.code.missing',
        autoComplete: 'off',
        mono: true,
      } as const
    case 'mailCode':
      return {
        field: 'mailCode',
        rule: openLinkBody.shape.mailCode.unwrap(),
        wrong: 'field.mailCode.wrong',
        autoComplete: 'one-time-code',
        mono: true,
      } as const
    default:
      return assertNever(needs)
  }
}

export function LinkAsk({ needed, refusal, onAnswer }: LinkAskProps) {
  const intl = useIntl()
  const ask = askOf(needed.needs)
  const { register, handleSubmit, formState } = useForm({ defaultValues: { value: '' } })
  const send = handleSubmit(useOnce(({ value }: { readonly value: string }) => onAnswer({ [ask.field]: value.trim() })))
  const text = (id: string) => intl.formatMessage({ id }, { title: needed.title, studio: needed.studio, hint: needed.hint ?? '' })
  const own = needed.needs === 'name'
  return (
    <Door
      studio={needed.studio}
      title={own ? needed.title : text(`door.${needed.needs}.title`)}
      lead={<FormattedMessage id={`door.${needed.needs}.lead`} values={{ studio: <b>{needed.studio}</b>, hint: <b>{needed.hint}</b> }} />}
    >
      <form onSubmit={send} noValidate>
        <Field
          label={text(`field.${ask.field}`)}
          hint={text(`door.${needed.needs}.hint`)}
          autoComplete={ask.autoComplete}
          inputMode={needed.needs === 'mailCode' ? 'numeric' : 'text'}
          mono={ask.mono}
          autoCapitalize={own ? 'words' : 'off'}
          spellCheck={false}
          error={formState.errors.value?.message}
          {...register('value', { validate: (value) => ruleOf(ask.rule, ask.wrong, intl)(value.trim()) })}
        />
        {refusal && refusal.code !== 'name-needed' && <Message>{refusalText(refusal, intl)}</Message>}
        <div className="go">
          <button type="submit" className="btn solid big" disabled={formState.isSubmitting}>
            <FormattedMessage id="door.go" />
          </button>
        </div>
      </form>
    </Door>
  )
}
