/** The studio's names of the five colours, and how they will read. */
import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { toast } from 'sonner'
import { labelNameLength } from '../../../common/gallery/labels.ts'
import type { AccountId } from '../../../common/ids.ts'
import { type MyAccount, pictureUrl } from '../../../common/protocol/http.ts'
import { same } from '../../../common/same.ts'
import { type Label, labels } from '../../../common/sheet/shape.ts'
import { api } from '../../net/api.ts'
import { Dot } from '../../ui/marks-by-hand.tsx'
import { refusalText } from '../../ui/refusal-text.ts'
import { useCards } from '../use-cards.ts'

const keys: Readonly<Partial<Record<Label, string>>> = { red: '6', yellow: '7', green: '8', blue: '9' }

type Names = Readonly<Record<Label, string>>
const namesOf = (account: MyAccount): Names =>
  Object.fromEntries(labels.map((label) => [label, account.labels[label] ?? ''])) as Record<Label, string>

export function LabelSettings({ account }: { readonly account: MyAccount }) {
  const kept = namesOf(account)
  const [names, setNames] = useState(kept)
  const saving = useSaving(account)
  const changed = !same(trimmed(names), kept)
  return (
    <section id="labels" className="set-sec">
      <form
        className="set-form"
        onSubmit={(event) => {
          event.preventDefault()
          void saving.save(trimmed(names)).then((done) => done && setNames(trimmed(names)))
        }}
      >
        <h2>
          <FormattedMessage id="studioSettings.labels" />
        </h2>
        {labels.map((label) => (
          <NameField key={label} label={label} name={names[label]} onName={(name) => setNames({ ...names, [label]: name })} />
        ))}
        <p className="dim">
          <FormattedMessage id="studioSettings.labels.more" />
        </p>
        <div className="foot">
          <button type="submit" className="btn solid" disabled={!changed || saving.busy}>
            <FormattedMessage id="save" />
          </button>
          {changed && (
            <button type="button" className="btn line" onClick={() => setNames(kept)}>
              <FormattedMessage id="studioSettings.discard" />
            </button>
          )}
        </div>
      </form>
      <Preview names={names} account={account.id} />
    </section>
  )
}

const trimmed = (names: Names): Names =>
  Object.fromEntries(Object.entries(names).map(([label, name]) => [label, name.trim()])) as Record<Label, string>

function useSaving(account: MyAccount) {
  const intl = useIntl()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const save = async (names: Names): Promise<boolean> => {
    setBusy(true)
    const named = await api.nameLabels(account.id, names)
    setBusy(false)
    if (named.ok) queries.setQueryData(['me'], named.value)
    toast(named.ok ? intl.formatMessage({ id: 'studioSettings.labels.saved' }) : refusalText(named.refusal, intl))
    return named.ok
  }
  return { busy, save }
}

function NameField({ label, name, onName }: { readonly label: Label; readonly name: string; readonly onName: (name: string) => void }) {
  const intl = useIntl()
  const id = useId()
  const colour = intl.formatMessage({ id: `label.${label}` })
  return (
    <div className="label-field">
      {keys[label] ? <kbd>{keys[label]}</kbd> : <span />}
      <Dot label={label} />
      <label className="sr" htmlFor={id}>
        <FormattedMessage id="studioSettings.labels.of" values={{ colour }} />
      </label>
      <input
        id={id}
        className="in"
        value={name}
        maxLength={labelNameLength}
        placeholder={colour}
        onChange={(event) => onName(event.target.value)}
      />
    </div>
  )
}

/** As clients will read them, beside pictures of the studio's own galleries. */
function Preview({ names, account }: { readonly names: Names; readonly account: AccountId }) {
  const intl = useIntl()
  const cards = useCards().data ?? []
  const covers = cards.flatMap((card) => (card.account === account && card.cover ? [{ gallery: card.id, ...card.cover }] : []))
  return (
    <ul className="label-preview" aria-hidden="true">
      {labels.map((label, i) => {
        const cover = covers[i % Math.max(1, covers.length)]
        return (
          <li key={label}>
            <Dot label={label} />
            <b>{names[label].trim() || intl.formatMessage({ id: `label.${label}` })}</b>
            {cover && <img src={pictureUrl(cover.gallery, cover.photo, cover.version, 320)} alt="" loading="lazy" decoding="async" />}
          </li>
        )
      })}
    </ul>
  )
}
