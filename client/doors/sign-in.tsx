import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { signInBody } from '../../common/protocol/http.ts'
import type { Refusal } from '../../common/result.ts'
import { meChanged } from '../app/me-changed.ts'
import { api } from '../net/api.ts'
import { Field, Message } from '../ui/field.tsx'
import { refusalText } from '../ui/refusal-text.ts'
import { Door } from './door.tsx'
import { ruleOf } from './field-rules.ts'
import { safeReturn } from './safe-return.ts'

export function SignIn() {
  const intl = useIntl()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { register, handleSubmit, formState } = useForm({ defaultValues: { email: '', password: '' } })
  const send = handleSubmit(async (values) => {
    setRefusal(null)
    const answer = await api.signIn(values)
    if (!answer.ok) return setRefusal(answer.refusal)
    await meChanged()
    await navigate(safeReturn(search.get('to')), { replace: true })
  })
  return (
    <Door title={intl.formatMessage({ id: 'signIn.title' })} lead={<FormattedMessage id="signIn.lead" />}>
      <form onSubmit={send} noValidate>
        <Field
          label={intl.formatMessage({ id: 'field.email' })}
          type="email"
          autoComplete="email"
          error={formState.errors.email?.message}
          {...register('email', { validate: ruleOf(signInBody.shape.email, 'field.email.wrong', intl) })}
        />
        <Field
          label={intl.formatMessage({ id: 'field.password' })}
          type="password"
          autoComplete="current-password"
          error={formState.errors.password?.message}
          {...register('password', { validate: ruleOf(signInBody.shape.password, 'field.password.missing', intl) })}
        />
        {refusal && <Message>{refusalText(refusal, intl)}</Message>}
        <div className="go">
          <button type="submit" className="btn solid big" disabled={formState.isSubmitting}>
            <FormattedMessage id="signIn.go" />
          </button>
          <Link className="tx" to="/sign-up">
            <FormattedMessage id="signIn.signUp" />
          </Link>
        </div>
      </form>
    </Door>
  )
}
