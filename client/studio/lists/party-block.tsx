/** One list as it fills: strokes, people, frames, versions, and what to do with it. */
import { Copy, Lock } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { Link, useNavigate } from 'react-router'
import { toast } from 'sonner'
import { noFilter } from '../../../common/gallery/filter.ts'
import { filterPairs } from '../../../common/gallery/wall-address.ts'
import type { PersonId } from '../../../common/ids.ts'
import type { SeenPhoto } from '../../../common/visibility/seen.ts'
import { Picture, ratioOf } from '../../contact-sheet/picture.tsx'
import { splitName } from '../../contact-sheet/split-name.ts'
import { useGallery } from '../../gallery/use-gallery.tsx'
import { byFirst, type Filling, missingIn } from '../../lists/filling.ts'
import { ListTally } from '../../lists/list-tally.tsx'
import { sayTime } from '../../lists/list-words.ts'
import { SentVersions } from '../../lists/sent-versions.tsx'
import { Loop, Tally } from '../../ui/marks-by-hand.tsx'
import { Monogram } from '../../ui/monogram.tsx'
import { putOnClipboard } from '../../ui/put-on-clipboard.ts'
import { seedOf } from '../../ui/strokes.ts'
import { useSaidCommand } from '../use-said-command.ts'
import { askedPeople, nameList, type Party } from './parties.ts'

/** Frames shown before they are only counted, and their height in pixels. */
const most = 9
const frameHeight = 52

export function PartyBlock({ party, alone }: { readonly party: Party; readonly alone: boolean }) {
  const intl = useIntl()
  const { audience, person, filling } = party
  const { selection, photos } = filling
  const name =
    person?.name ??
    intl.formatMessage({
      id: audience === 'team' ? 'lists.party.team' : audience === 'shared' ? 'lists.party.shared' : 'lists.party.somebody',
    })
  return (
    <section className="list-party" aria-label={name}>
      <header>
        <span className="whose">
          {person && <Monogram person={person.id} name={name} size={28} plain />}
          <b className="trunc">{name}</b>
        </span>
        <Standing filling={filling} />
        <span className="tot" role="status">
          <b>
            <FormattedMessage id="lists.count" values={{ n: photos.length, max: selection.request?.max ?? 'none' }} />
          </b>
        </span>
      </header>
      <ListTally filling={filling} height={alone ? 30 : 22} />
      {audience === 'shared' && <Pickers filling={filling} />}
      {photos.length > 0 && <Film filling={filling} />}
      {filling.submission && <SentVersions submission={filling.submission} />}
      <PartyActs party={party} name={name} />
    </section>
  )
}

function Standing({ filling }: { readonly filling: Filling }) {
  const intl = useIntl()
  const { submission, lock, selection, photos } = filling
  const last = submission?.versions.at(-1)
  if (lock === 'sent' && last) {
    return (
      <span className="state">
        <Lock className="i" aria-hidden="true" />
        <FormattedMessage id="lists.sentAt" values={{ date: sayTime(last.at, intl), n: last.n }} />
        {submission?.askedAt && (
          <b>
            <FormattedMessage id="lists.asks" />
          </b>
        )}
      </span>
    )
  }
  if (submission?.reopenedAt && last) {
    return (
      <span className="state">
        <FormattedMessage id="lists.reopenedAt" values={{ date: sayTime(submission.reopenedAt, intl), n: last.n }} />
      </span>
    )
  }
  const missing = missingIn(filling)
  if (photos.length === 0)
    return (
      <span className="state">
        <FormattedMessage id="lists.nothing" />
      </span>
    )
  if (!selection.request) return <span className="state" />
  return (
    <span className="state">
      {missing > 0 ? <FormattedMessage id="lists.more" values={{ n: missing }} /> : <FormattedMessage id="lists.enough" />}
    </span>
  )
}

/** People who chose nothing yet, beyond which they are counted first and named when asked for. */
const idleNamed = 4

/** On a shared list, each one's part of it: also of those who were asked and chose nothing yet. */
function Pickers({ filling }: { readonly filling: Filling }) {
  const room = useGallery()
  const [all, setAll] = useState(false)
  const counts = new Map(byFirst(filling))
  for (const { id } of askedPeople(filling.selection, room)) if (!counts.has(id)) counts.set(id, 0)
  const busy = [...counts].filter(([, n]) => n > 0)
  const idle = [...counts].filter(([, n]) => n === 0)
  const folds = idle.length > idleNamed
  const people = (some: typeof busy) => some.map(([person, n]) => <Picker key={person} person={person} n={n} />)
  return (
    <ul className="by2">
      {people(busy)}
      {folds && (
        <li className="idle">
          <button type="button" className="tx" aria-expanded={all} onClick={() => setAll(!all)}>
            <FormattedMessage id="lists.idle" values={{ n: idle.length }} />
          </button>
        </li>
      )}
      {(!folds || all) && people(idle)}
    </ul>
  )
}

function Picker({ person, n }: { readonly person: PersonId; readonly n: number }) {
  const name = useGallery().people.get(person)?.name ?? ''
  return (
    <li>
      <Monogram person={person} name={name} size={24} plain away={n === 0} />
      <span className="trunc">{name}</span>
      {n === 0 ? (
        <small>
          <FormattedMessage id="lists.nothing.short" />
        </small>
      ) : (
        <Tally people={Array.from({ length: Math.min(n, 24) }, () => person)} total={0} height={13} label={String(n)} />
      )}
      <span className="edge">{n > 0 && <b>{n}</b>}</span>
    </li>
  )
}

function Film({ filling: { photos, pickers, selection } }: { readonly filling: Filling }) {
  const { gallery } = useGallery()
  if (!gallery) return null
  const frame = (photo: SeenPhoto) => {
    const width = Math.round(Math.min(2, ratioOf(photo)) * frameHeight)
    const [first] = pickers.get(photo.id) ?? []
    return (
      <Link key={photo.id} className="fr" style={{ width }} to={`/g/${gallery.id}/p/${photo.id}?list=${selection.id}`}>
        <span className="pic" style={{ height: frameHeight }}>
          <Picture gallery={gallery.id} photo={photo} width={width} />
          {first && <Loop person={first} width={width} height={frameHeight} seed={seedOf(photo.id)} fine />}
        </span>
        <span className="edge">
          <b>{splitName(photo.cameraName)[1]}</b>
        </span>
      </Link>
    )
  }
  return (
    <div className="list-film">
      {photos.slice(-most).map(frame)}
      {photos.length > most && <span className="edge more">+{photos.length - most}</span>}
    </div>
  )
}

function PartyActs({ party: { audience, person, filling }, name }: { readonly party: Party; readonly name: string }) {
  const intl = useIntl()
  const navigate = useNavigate()
  const { gallery } = useGallery()
  const command = useSaidCommand()
  const { selection, photos, lock } = filling
  const copy = async () => {
    const text = nameList(photos.map(({ cameraName }) => cameraName))
    const done = await putOnClipboard(text)
    toast(intl.formatMessage({ id: done ? 'lists.copied' : 'lists.copy.failed' }, { n: photos.length }))
  }
  const onWall = () => {
    const filter = { ...noFilter, list: selection.id, person: person?.id ?? null }
    void navigate(`?${new URLSearchParams(filterPairs(filter))}`)
  }
  // What the button that was pressed says of itself is gone with it.
  const reopen = async () => {
    if (await command({ type: 'selection:reopen', id: selection.id, audience }))
      toast(intl.formatMessage({ id: 'lists.reopened' }, { name }))
  }
  if (photos.length === 0 && lock !== 'sent') return null
  return (
    <p className="acts">
      <button type="button" className="tx" onClick={onWall}>
        <FormattedMessage id="lists.onWall" />
      </button>
      <button type="button" className="tx" onClick={() => void copy()}>
        <Copy className="i s" aria-hidden="true" />
        <FormattedMessage id="lists.copy" />
      </button>
      {lock === 'sent' && gallery?.write && (
        <button
          type="button"
          className="tx"
          aria-label={intl.formatMessage({ id: 'lists.reopenOf' }, { name })}
          onClick={() => void reopen()}
        >
          <FormattedMessage id="lists.reopen" />
        </button>
      )}
    </p>
  )
}
