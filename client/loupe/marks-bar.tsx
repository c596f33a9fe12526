import { Eye, EyeOff, Heart, Star, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { labels, type Mark, type Stars } from '../../common/sheet/shape.ts'
import type { SeenGallery, SeenPhoto } from '../../common/visibility/seen.ts'
import type { MarkPatch } from '../gallery/gallery-view.ts'
import { useGallery, usePhotoMarks } from '../gallery/use-gallery.tsx'
import { useChoosing } from '../lists/choosing.tsx'
import { ListButton } from '../lists/list-button.tsx'
import { isStaff } from '../sheet/audience.ts'
import { hueClass } from '../ui/hue.ts'
import { Dot, Ring } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { GoOnButton, isSet } from './go-on.tsx'

const starSteps: readonly Stars[] = [1, 2, 3, 4, 5]

interface PartProps {
  readonly mine: Mark
  readonly mark: (patch: MarkPatch) => void
}

interface MarksBarProps {
  readonly gallery: SeenGallery
  readonly photo: SeenPhoto
  /** Told of each mark that is set, not of one taken off. */
  readonly onMarked?: () => void
  /** What stands among the marks on a phone. */
  readonly children?: ReactNode
}

/** Own marks on the open photo: what one may not set is not here. */
export function MarksBar({ gallery, photo, onMarked, children }: MarksBarProps) {
  const intl = useIntl()
  const { me, actions } = useGallery()
  const { mine } = usePhotoMarks(photo.id)
  const { rights } = gallery
  // Where a list is filled, its circle takes the place of the flag's.
  const listed = useChoosing().current !== null && !isStaff(gallery)
  const mark = (patch: MarkPatch) => {
    actions.mark([photo.id], patch)
    if (isSet(patch)) onMarked?.()
  }
  const part = { mine, mark }
  const marks = (['flag', 'favourite', 'stars', 'label'] as const).some((one) => rights[one] === 'edit') || listed
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <div
      className={`marks-bar ${me ? hueClass(me.person) : ''}`}
      role="group"
      aria-label={intl.formatMessage({ id: isStaff(gallery) ? 'loupe.marks.house' : 'loupe.marks' })}
    >
      <ListButton photo={photo.id} {...(onMarked ? { onChosen: onMarked } : {})} />
      {rights.flag === 'edit' && <Flags {...part} seed={listed ? null : seedOf(photo.id)} />}
      {rights.favourite === 'edit' && <Favourite {...part} />}
      {rights.stars === 'edit' && <StarSteps {...part} />}
      {rights.label === 'edit' && <Labels {...part} />}
      {onMarked && marks && <GoOnButton />}
      {children}
      {rights.hide === 'edit' && <HideButton photo={photo} />}
    </div>
  )
}

function Flags({ mine, mark, seed }: PartProps & { readonly seed: number | null }) {
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
          onClick={() => mark({ flag: picked ? null : 'pick' })}
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
        onClick={() => mark({ flag: rejected ? null : 'reject' })}
      >
        <X className="i" aria-hidden="true" />
      </button>
    </div>
  )
}

function Favourite({ mine, mark }: PartProps) {
  const intl = useIntl()
  return (
    <button
      type="button"
      className="fav"
      aria-pressed={mine.favourite}
      aria-label={intl.formatMessage({ id: 'loupe.favourite' })}
      onClick={() => mark({ favourite: !mine.favourite })}
    >
      <Heart className={mine.favourite ? 'i fill' : 'i'} aria-hidden="true" />
    </button>
  )
}

function StarSteps({ mine, mark }: PartProps) {
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
          onClick={() => mark({ stars: mine.stars === n ? 0 : n })}
        >
          <Star className={mine.stars >= n ? 'i fill' : 'i'} aria-hidden="true" />
        </button>
      ))}
    </div>
  )
}

function Labels({ mine, mark }: PartProps) {
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
          onClick={() => mark({ label: mine.label === label ? null : label })}
        >
          <Dot label={label} />
        </button>
      ))}
    </div>
  )
}

function HideButton({ photo }: { readonly photo: SeenPhoto }) {
  const { actions } = useGallery()
  const hidden = Boolean(photo.hidden)
  const Icon = hidden ? Eye : EyeOff
  return (
    <button type="button" className="hide" onClick={() => (hidden ? actions.show([photo.id]) : actions.hide([photo.id]))}>
      <Icon className="i" aria-hidden="true" />
      <FormattedMessage id={hidden ? 'loupe.show' : 'loupe.hide'} />
    </button>
  )
}
