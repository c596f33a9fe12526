/** Before a vendor's set: the terms on paper, and a tick that accepts them. */

import { useCallback, useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GalleryId } from '../../common/ids.ts'
import type { VendorTerms } from '../../common/protocol/http.ts'
import type { Refusal } from '../../common/result.ts'
import { Waiting } from '../app/waiting.tsx'
import { api } from '../net/api.ts'
import { serverNow } from '../net/server-clock.ts'
import { Check } from '../ui/choices.tsx'
import { Message } from '../ui/field.tsx'
import { refusalText } from '../ui/refusal-text.ts'
import { ClosedDoor } from './closed-door.tsx'
import { Door } from './door.tsx'

interface TermsDoorProps {
  readonly gallery: GalleryId
  readonly onAccepted: () => void
}

export function TermsDoor({ gallery, onAccepted }: TermsDoorProps) {
  const [terms, setTerms] = useState<VendorTerms | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const ask = useCallback(async () => {
    const answer = await api.terms(gallery)
    if (answer.ok) setTerms(answer.value)
    setRefusal(answer.ok ? null : answer.refusal)
  }, [gallery])
  useEffect(() => void ask(), [ask])
  if (refusal) return <ClosedDoor refusal={refusal} onRetry={() => void ask()} />
  if (!terms) return <Waiting />
  return <Terms gallery={gallery} terms={terms} onAccepted={onAccepted} />
}

function Terms({ gallery, terms, onAccepted }: TermsDoorProps & { readonly terms: VendorTerms }) {
  const intl = useIntl()
  const [read, setRead] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const accept = async () => {
    if (!read) return setWrong(intl.formatMessage({ id: 'terms.accept.missing' }))
    setBusy(true)
    const answer = await api.acceptTerms(gallery)
    setBusy(false)
    if (answer.ok) onAccepted()
    else setWrong(refusalText(answer.refusal, intl))
  }
  const { studio, title, name, days } = terms
  const until = intl.formatDate(serverNow() + days * 86_400_000, { day: 'numeric', month: 'long' })
  return (
    <Door
      studio={studio}
      title={intl.formatMessage({ id: 'terms.title' })}
      lead={<FormattedMessage id="terms.lead" values={{ studio: <b>{studio}</b>, title: <b>{title}</b> }} />}
      beside={<Paper terms={terms} />}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy) void accept()
        }}
      >
        <Check
          label={<FormattedMessage id="terms.accept" values={{ name }} />}
          checked={read}
          onChange={(next) => {
            setRead(next)
            setWrong(null)
          }}
        />
        {wrong && <Message>{wrong}</Message>}
        <div className="go">
          <button type="submit" className="btn solid big" disabled={busy}>
            <FormattedMessage id="terms.go" />
          </button>
        </div>
        <p className="dim">
          <FormattedMessage id="terms.until" values={{ days, date: until }} />
        </p>
      </form>
    </Door>
  )
}

const clauses = ['use', 'not', 'credit', 'files', 'end'] as const

function Paper({ terms: { studio, days } }: { readonly terms: VendorTerms }) {
  const intl = useIntl()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a paper longer than its place is read by keys too
    <article className="paper" tabIndex={0} aria-label={intl.formatMessage({ id: 'terms.paper' })}>
      <p className="edge l">
        <b>
          <FormattedMessage id="terms.paper" />
        </b>
      </p>
      <ol>
        {clauses.map((clause) => (
          <li key={clause}>
            <div>
              <h2>
                <FormattedMessage id={`terms.${clause}`} />
              </h2>
              <p>
                <FormattedMessage id={`terms.${clause}.text`} values={{ studio, days }} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </article>
  )
}
