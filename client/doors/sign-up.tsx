import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useLocation, useNavigate } from 'react-router'
import { signUpBody } from '../../common/protocol/http.ts'
import type { Refusal } from '../../common/result.ts'
import { meChanged } from '../app/me-changed.ts'
import { api } from '../net/api.ts'
import { Field, Message } from '../ui/field.tsx'
import { refusalText } from '../ui/refusal-text.ts'
import { useOnce } from '../ui/use-once.ts'
import { Door } from './door.tsx'
import { ruleOf } from './field-rules.ts'

const rules = signUpBody.shape

/** `first`: nobody opened a studio on this server yet. */
export interface SignUpState {
  readonly first?: boolean
}

export function SignUp() {
  const intl = useIntl()
  const navigate = useNavigate()
  const first = (useLocation().state as SignUpState | null)?.first === true
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { register, handleSubmit, formState } = useForm({ defaultValues: { name: '', studio: '', email: '', password: '' } })
  const send = handleSubmit(
    useOnce(async (values) => {
      setRefusal(null)
      const answer = await api.signUp(values)
      if (!answer.ok) return setRefusal(answer.refusal)
      await meChanged()
      await navigate('/', { replace: true })
    }),
  )
  const text = (id: string) => intl.formatMessage({ id })
  return (
    <Door title={text('signUp.title')} lead={<FormattedMessage id={first ? 'signUp.lead.first' : 'signUp.lead'} />}>
      <form onSubmit={send} noValidate>
        <Field
          label={text('field.name')}
          autoComplete="name"
          error={formState.errors.name?.message}
          {...register('name', { validate: ruleOf(rules.name, 'field.name.missing', intl) })}
        />
        <Field
          label={text('field.studio')}
          hint={text('field.studio.hint')}
          autoComplete="organization"
          error={formState.errors.studio?.message}
          {...register('studio', { validate: ruleOf(rules.studio, 'field.studio.missing', intl) })}
        />
        <Field
          label={text('field.email')}
          type="email"
          autoComplete="email"
          error={formState.errors.email?.message}
          {...register('email', { validate: ruleOf(rules.email, 'field.email.wrong', intl) })}
        />
        <Field
          label={text('field.password')}
          hint={text('field.password.hint')}
          type="password"
          autoComplete="new-password"
          error={formState.errors.password?.message}
          {...register('password', { validate: ruleOf(rules.password, 'field.password.short', intl) })}
        />
        {refusal && <Message>{refusalText(refusal, intl)}</Message>}
        <div className="go">
          <button type="submit" className="btn solid big" disabled={formState.isSubmitting}>
            <FormattedMessage id="signUp.go" />
          </button>
          {!first && (
            <Link className="tx" to="/sign-in">
              <FormattedMessage id="signUp.signIn" />
            </Link>
          )}
        </div>
      </form>
    </Door>
  )
}
