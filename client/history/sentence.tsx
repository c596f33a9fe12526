/** A line of history as a sentence, in the language of the page. */
import type { ReactNode } from 'react'
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl'
import type { PersonId, PhotoId } from '../../common/ids.ts'
import type { MarkedAct } from '../../common/sheet/acts.ts'
import { splitName } from '../contact-sheet/split-name.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { HistoryLine } from './lines.ts'

/** What a line speaks of is called so; undefined where it is not there any more. */
export interface Names {
  person(id: PersonId): string | undefined
  list(id: unknown): string | undefined
  scene(id: unknown): string | undefined
  link(id: unknown): string | undefined
  /** The camera file name. */
  photo(id: PhotoId): string | undefined
}

interface SentenceProps {
  readonly line: HistoryLine
  /** The photo is known anyway. */
  readonly of?: boolean
}

export function Sentence(props: SentenceProps) {
  const { people, selections, scenes, links, photoById } = useGallery()
  const names: Names = {
    person: (id) => people.get(id)?.name,
    list: (id) => selections.find((list) => list.id === id)?.name,
    scene: (id) => scenes.find((scene) => scene.id === id)?.name,
    link: (id) => links.find((link) => link.id === id)?.label,
    photo: (id) => photoById.get(id)?.cameraName,
  }
  return <SentenceOf {...props} names={names} />
}

/** For pages that do not hold the gallery. */
export function SentenceOf({ line, of = false, names }: SentenceProps & { readonly names: Names }) {
  const intl = useIntl()
  const { act } = line
  const person = (id: PersonId | null | undefined) => (id && names.person(id)) || intl.formatMessage({ id: 'history.somebody' })
  const named = (name: string | undefined, missing: string) => (name ? <b>{name}</b> : intl.formatMessage({ id: missing }))
  const idIn = (field: string) => (field in act ? (act as unknown as Record<string, unknown>)[field] : undefined)
  const values: Record<string, ReactNode> = {
    who: <b>{line.by === null ? 'Proofroom' : person(line.by)}</b>,
    photos: <Photos line={line} of={of} names={names} />,
    list: named(names.list(idIn('selection')), 'history.list'),
    scene: named(names.scene(idIn('scene')), 'history.scene'),
    link: named(names.link(idIn('link')), 'history.link'),
    person: <b>{person(idIn('person') as PersonId | undefined)}</b>,
    n: act.type === 'photo:remove' ? line.seen + line.gone : Number(idIn('n') ?? 1),
    name: <span className="nums">{line.names[0]}</span>,
    count: Number(idIn('count') ?? 0),
    marks: act.type === 'marked' ? sayChange(act, intl) : '',
    fields: act.type === 'gallery:change' ? fieldsOf(act.fields ?? [], intl) : '',
  }
  return <FormattedMessage id={`history.${wordsFor(line)}`} values={values} />
}

function Photos({ line: { photos, seen, gone }, of = false, names }: SentenceProps & { readonly names: Names }) {
  const intl = useIntl()
  const first = photos.map((id) => names.photo(id)).find((name) => name !== undefined)
  if (!first) return <FormattedMessage id={gone > 0 ? 'history.gone' : 'history.count'} values={{ gone, n: seen }} />
  const [, number] = splitName(first)
  const name = <span className={of ? 'nums of' : 'nums'}>{number || first}</span>
  const more = seen + gone - 1
  return more > 0 ? <FormattedMessage id="history.and" values={{ first: name, n: intl.formatNumber(more) }} /> : name
}

function wordsFor({ act, alike, names, seen, gone }: HistoryLine): string {
  switch (act.type) {
    case 'marked':
      return alike ? (act.house ? 'marked.house' : 'marked') : 'marked.many'
    case 'selection:close':
      return act.on === false ? 'selection.open' : 'selection.close'
    case 'selection:reopen':
      return act.person ? 'selection.reopen.for' : 'selection.reopen'
    case 'photo:add':
      return act.scene ? 'photo.add' : 'photo.add.all'
    case 'link:add':
      return act.hasCode ? 'link.add.code' : 'link.add'
    case 'guest:enter':
      return `came${act.first ? '.first' : ''}${act.link ? '.link' : ''}`
    case 'photo:remove':
      return names.length === 1 && seen + gone === 1 ? 'photo.remove.one' : 'photo.remove'
    case 'decision:add':
      return `decision.${act.verdict ?? 'kept'}`
    case 'gallery:change':
      return act.status === 'online' || act.status === 'offline' ? `gallery.${act.status}` : 'gallery.change'
    default:
      return act.type.replace(':', '.')
  }
}

/** "4 stars, red, no flag" */
export function sayChange(act: MarkedAct, intl: IntlShape): string {
  const say = (id: string, values?: Record<string, number>) => intl.formatMessage({ id }, values)
  const parts = [
    act.flag === undefined ? null : say(act.flag ? `mark.${act.flag}` : 'history.noFlag'),
    act.label === undefined ? null : say(act.label ? `label.${act.label}` : 'history.noLabel'),
    act.stars === undefined ? null : act.stars > 0 ? say('mark.stars', { stars: act.stars }) : say('history.noStars'),
    act.favourite === undefined ? null : say(act.favourite ? 'mark.favourite' : 'history.noFavourite'),
  ]
  return intl.formatList(
    parts.filter((part) => part !== null),
    { type: 'unit' },
  )
}

const known = ['name', 'status', 'private', 'feedback', 'rights', 'cover', 'keys', 'expiresAt', 'parent']
const fieldsOf = (fields: readonly string[], intl: IntlShape): string =>
  intl.formatList(
    fields.filter((field) => known.includes(field)).map((field) => intl.formatMessage({ id: `history.field.${field}` })),
    { type: 'unit' },
  )
