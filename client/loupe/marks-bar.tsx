import { Eye, EyeOff, Heart, Star, X } from 'lucide-react'
import type { MouseEvent, ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { labels, type Mark, type Stars } from '../../common/sheet/shape.ts'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import type { MarkPatch } from '../gallery/gallery-view.ts'
import { useGallery, useGalleryStore, usePhotoMarks } from '../gallery/use-gallery.tsx'
import { useChoosing } from '../lists/choosing.tsx'
import { ListButton } from '../lists/list-button.tsx'
import { isStaff } from '../sheet/audience.ts'
import { hueClass } from '../ui/hue.ts'
import { Dot, Ring } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { GoOnButton, isSet } from './go-on.tsx'
import { type Meant, useMeant } from './use-meant.ts'

const starSteps: readonly Stars[] = [1, 2, 3, 4, 5]

type Press = (change: (mine: Mark) => MarkPatch) => (event: MouseEvent) => void

interface PartProps {
  readonly mine: Mark
  readonly press: Press
}

interface MarksBarProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  /** Told of each mark that is set, and on which photo; not of one taken off. */
  readonly onMarked?: (photo: SeenPhoto) => void
  /** What stands among the marks on a phone. */
  readonly children?: ReactNode
}

/** Own marks on the open photo: what one may not set is not here. */
export function MarksBar({ gallery, photo, onMarked, children }: MarksBarProps) {
  const intl = useIntl()
  const { me, actions } = useGallery()
  const store = useGalleryStore()
  const { mine } = usePhotoMarks(photo.id)
  const { begins, meant } = useMeant(photo)
  const { rights } = gallery
  // Where a list is filled, its circle takes the place of the flag's.
  const listed = useChoosing().current !== null && !isStaff(gallery)
  const press: Press = (change) => (event) => {
    const on = meant(event)
    const patch = change(store.marks(on.id).mine)
    actions.mark([on.id], patch)
    if (isSet(patch)) onMarked?.(on)
  }
  const part = { mine, press }
  const marks = (['flag', 'favourite', 'stars', 'label'] as const).some((one) => rights[one] === 'edit') || listed
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <div
      className={`marks-bar ${me ? hueClass(me.person) : ''}`}
      role="group"
      aria-label={intl.formatMessage({ id: isStaff(gallery) ? 'loupe.marks.house' : 'loupe.marks' })}
      onPointerDownCapture={begins}
    >
      <ListButton photo={photo} meant={meant} {...(onMarked ? { onChosen: onMarked } : {})} />
      {rights.flag === 'edit' && <Flags {...part} seed={listed ? null : seedOf(photo.id)} />}
      {rights.favourite === 'edit' && <Favourite {...part} />}
      {rights.stars === 'edit' && <StarSteps {...part} />}
      {rights.label === 'edit' && <Labels {...part} />}
      {onMarked && marks && <GoOnButton />}
      {children}
      {rights.hide === 'edit' && <HideButton photo={photo} meant={meant} />}
    </div>
  )
}

function Flags({ mine, press, seed }: PartProps & { readonly seed: number | null }) {
  const intl = useIntl()
  const picked = mine.flag === 'pick'
  const rejected = mine.flag === 'reject'
  return (
    <div className="set">
      {seed !== null && (
        <button
          type="button"
          className="pick"
          aria-pressed={picked}
          aria-label={intl.formatMessage({ id: picked ? 'loupe.chosen' : 'loupe.choose' })}
          onClick={press(({ flag }) => ({ flag: flag === 'pick' ? null : 'pick' }))}
        >
          <Ring ticked={picked} seed={seed} />
          <span aria-hidden="true">
            <FormattedMessage id={picked ? 'loupe.chosen' : 'loupe.choose'} />
          </span>
        </button>
      )}
      <button
        type="button"
        aria-pressed={rejected}
        aria-label={intl.formatMessage({ id: 'loupe.reject' })}
        onClick={press(({ flag }) => ({ flag: flag === 'reject' ? null : 'reject' }))}
      >
        <X className="i" aria-hidden="true" />
      </button>
    </div>
  )
}

function Favourite({ mine, press }: PartProps) {
  const intl = useIntl()
  return (
    <button
      type="button"
      className="fav"
      aria-pressed={mine.favourite}
      aria-label={intl.formatMessage({ id: 'loupe.favourite' })}
      onClick={press(({ favourite }) => ({ favourite: !favourite }))}
    >
      <Heart className={mine.favourite ? 'i fill' : 'i'} aria-hidden="true" />
    </button>
  )
}

function StarSteps({ mine, press }: PartProps) {
  const intl = useIntl()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <div className="set st" role="group" aria-label={intl.formatMessage({ id: 'keys.stars' })}>
      {starSteps.map((n) => (
        <button
          key={n}
          type="button"
          aria-pressed={mine.stars === n}
          aria-label={intl.formatMessage({ id: 'loupe.stars' }, { n })}
          onClick={press(({ stars }) => ({ stars: stars === n ? 0 : n }))}
        >
          <Star className={mine.stars >= n ? 'i fill' : 'i'} aria-hidden="true" />
        </button>
      ))}
    </div>
  )
}

function Labels({ mine, press }: PartProps) {
  const intl = useIntl()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <div className="set lb" role="group" aria-label={intl.formatMessage({ id: 'filter.label' })}>
      {labels.map((label) => (
        <button
          key={label}
          type="button"
          aria-pressed={mine.label === label}
          aria-label={intl.formatMessage({ id: `label.${label}` })}
          onClick={press((now) => ({ label: now.label === label ? null : label }))}
        >
          <Dot label={label} />
        </button>
      ))}
    </div>
  )
}

function HideButton({ photo, meant }: { readonly photo: SeenPhoto; readonly meant: Meant }) {
  const { actions } = useGallery()
  const press = (event: MouseEvent) => {
    const { id, hidden } = meant(event)
    if (hidden) actions.show([id])
    else actions.hide([id])
  }
  const hidden = Boolean(photo.hidden)
  const Icon = hidden ? Eye : EyeOff
  return (
    <button type="button" className="hide" onClick={press}>
      <Icon className="i" aria-hidden="true" />
      <FormattedMessage id={hidden ? 'loupe.show' : 'loupe.hide'} />
    </button>
  )
}
