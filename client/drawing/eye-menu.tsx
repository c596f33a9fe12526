/** Whose drawings one looks at, and all drawings of the open version as a list: by name, with what may be done with each. */
import { Eye, EyeOff, Trash2 } from 'lucide-react'
import { Popover } from 'radix-ui'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PersonId, VersionId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { SeenDrawing } from '../gallery/gallery-view.ts'
import { useGallery, usePhotoTalk } from '../gallery/use-gallery.tsx'
import { isStaff } from '../sheet/audience.ts'
import { Check } from '../ui/choices.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { useDrawRoom } from './draw-room.tsx'
import { toggled } from './sight.ts'
import { useInkSight } from './sight-room.tsx'
import { useDrawingActs } from './use-drawing-acts.ts'

interface EyeMenuProps {
  readonly photo: SeenPhoto
  readonly version: VersionId | null
  readonly side: 'right' | 'top'
}

export function EyeMenu({ photo, version, side }: EyeMenuProps) {
  const intl = useIntl()
  const { sight } = useInkSight()
  const { drawings } = usePhotoTalk(photo.id)
  const here = drawings.filter((one) => one.version === version)
  const Icon = sight.all ? Eye : EyeOff
  return (
    <Popover.Root>
      <Popover.Trigger className="tool eye" aria-label={intl.formatMessage({ id: 'draw.eye' }, { n: here.length })}>
        <Icon className="i" aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="draw-eye"
          side={side}
          align="end"
          sideOffset={8}
          collisionPadding={8}
          aria-label={intl.formatMessage({ id: 'draw.eye.title' })}
        >
          <Whose photo={photo} here={here} />
          {here.length > 0 && <Drawings photo={photo} here={here} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Letters of a thread that its line may hold; what has no room on it is hinted at. */
const shownOfThread = 120

function Whose({ photo, here }: { readonly photo: SeenPhoto; readonly here: readonly SeenDrawing[] }) {
  const intl = useIntl()
  const { sight, look } = useInkSight()
  const { threads } = usePhotoTalk(photo.id)
  const nameOf = useNames()
  const pinned = threads
    .map((thread, i) => ({ first: thread.first, number: i + 1 }))
    .filter(({ first }) => first.place !== null || first.drawing !== null)
  const people = [...new Set<PersonId>([...here.map(({ author }) => author), ...pinned.map(({ first }) => first.author)])]
  return (
    <>
      <Check label={intl.formatMessage({ id: 'draw.eye.all' })} checked={sight.all} onChange={(all) => look({ all })} />
      {people.length > 0 && (
        <fieldset disabled={!sight.all}>
          <legend>
            <FormattedMessage id="draw.eye.people" />
          </legend>
          {people.map((person) => (
            <Check
              key={person}
              label={nameOf(person)}
              checked={sight.all && !sight.withoutPeople.has(person)}
              disabled={!sight.all}
              onChange={() => look({ withoutPeople: toggled(sight.withoutPeople, person) })}
            />
          ))}
        </fieldset>
      )}
      {pinned.length > 0 && (
        <fieldset disabled={!sight.all}>
          <legend>
            <FormattedMessage id="draw.eye.threads" />
          </legend>
          {pinned.map(({ first, number }) => (
            <Check
              key={first.id}
              label={`${number}  ${first.body.slice(0, shownOfThread) || nameOf(first.author)}`}
              checked={sight.all && !sight.withoutThreads.has(first.id)}
              disabled={!sight.all}
              onChange={() => look({ withoutThreads: toggled(sight.withoutThreads, first.id) })}
            />
          ))}
        </fieldset>
      )}
    </>
  )
}

function Drawings({ photo, here }: { readonly photo: SeenPhoto; readonly here: readonly SeenDrawing[] }) {
  const intl = useIntl()
  return (
    <ul aria-label={intl.formatMessage({ id: 'draw.list' })}>
      {here.map((drawing) => (
        <Row key={drawing.id} photo={photo} drawing={drawing} />
      ))}
    </ul>
  )
}

function Row({ photo, drawing }: { readonly photo: SeenPhoto; readonly drawing: SeenDrawing }) {
  const intl = useIntl()
  const { gallery, people } = useGallery()
  const room = useDrawRoom()
  const acts = useDrawingActs(photo.id)
  const name = useNames()(drawing.author)
  const what = intl.formatMessage({ id: `draw.a.${drawing.tool}` })
  const says = intl.formatMessage({ id: drawing.hidden ? 'draw.row.hidden' : 'draw.row' }, { name, what, text: drawing.text ?? '' })
  const changes = gallery !== null && gallery.rights.draw === 'edit' && (drawing.mine || isStaff(gallery))
  const Icon = drawing.hidden ? Eye : EyeOff
  return (
    <li className={drawing.hidden ? 'hidden' : ''}>
      <Monogram person={drawing.author} name={people.get(drawing.author)?.name ?? name} size={26} plain />
      {room.may && !drawing.hidden ? (
        <Popover.Close
          className="trunc"
          onClick={() => {
            room.enter('select')
            room.select(drawing.id)
          }}
        >
          {says}
        </Popover.Close>
      ) : (
        <span className="trunc">{says}</span>
      )}
      {changes && (
        <>
          <button
            type="button"
            className="ib"
            aria-label={intl.formatMessage({ id: drawing.hidden ? 'draw.show.of' : 'draw.hide.of' }, { what, name })}
            onClick={() => (drawing.hidden ? acts.show(drawing) : acts.hide(drawing))}
          >
            <Icon className="i s" aria-hidden="true" />
          </button>
          <button
            type="button"
            className="ib"
            aria-label={intl.formatMessage({ id: 'draw.delete.of' }, { what, name })}
            onClick={() => acts.remove(drawing)}
          >
            <Trash2 className="i s" aria-hidden="true" />
          </button>
        </>
      )}
    </li>
  )
}

function useNames(): (person: PersonId) => string {
  const intl = useIntl()
  const { people, me } = useGallery()
  return (person) =>
    person === me?.person
      ? intl.formatMessage({ id: 'talk.you' })
      : (people.get(person)?.name ?? intl.formatMessage({ id: 'person.somebody' }))
}
