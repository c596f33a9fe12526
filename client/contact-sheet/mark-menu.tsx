/** Every mark of one photo in a small window: flags, five colours, stars, favourite, hiding. */
import { CheckSquare, EyeOff, Heart, Star, X } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useRef } from 'react'
import { useIntl } from 'react-intl'
import type { Rights } from '../../common/gallery/model.ts'
import { labels, type Stars } from '../../common/sheet/shape.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { MarkPatch, PhotoMarks } from '../gallery/gallery-view.ts'
import { Dot, Ring } from '../ui/marks-by-hand.tsx'

export interface MarkMenuProps {
  readonly photo: SeenPhoto
  readonly marks: PhotoMarks
  readonly rights: Rights
  readonly anchor: HTMLElement
  readonly onMark: (patch: MarkPatch) => void
  readonly onHide: (() => void) | null
  /** Takes the photo into what is selected; null where that is done otherwise. */
  readonly onGather?: (() => void) | null
  readonly onClose: () => void
}

export function MarkMenu(props: MarkMenuProps) {
  const intl = useIntl()
  const anchor = useRef(props.anchor)
  anchor.current = props.anchor
  return (
    <Popover.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className="mark-menu"
          side="top"
          sideOffset={6}
          collisionPadding={8}
          aria-label={intl.formatMessage({ id: 'tile.more' }, { photo: props.photo.cameraName })}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            anchor.current.focus()
          }}
        >
          <MarkRow {...props} />
          {props.onGather && (
            <div className="group">
              <button
                type="button"
                aria-label={intl.formatMessage({ id: 'tile.gather' }, { photo: props.photo.cameraName })}
                title={intl.formatMessage({ id: 'tile.gather.short' })}
                onClick={props.onGather}
              >
                <CheckSquare className="i" aria-hidden="true" />
              </button>
            </div>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** The buttons alone: also for a bar or a panel. */
export function MarkRow({ photo, marks: { mine }, rights, onMark, onHide }: Omit<MarkMenuProps, 'anchor' | 'onClose' | 'onGather'>) {
  const intl = useIntl()
  const named = (id: string, values = {}) => intl.formatMessage({ id }, { photo: photo.cameraName, ...values })
  return (
    <>
      {rights.flag === 'edit' && (
        <div className="group">
          <button
            type="button"
            aria-pressed={mine.flag === 'pick'}
            aria-label={named('tile.pick')}
            onClick={() => onMark({ flag: mine.flag === 'pick' ? null : 'pick' })}
          >
            <Ring ticked={mine.flag === 'pick'} />
          </button>
          <button
            type="button"
            aria-pressed={mine.flag === 'reject'}
            aria-label={named('tile.reject')}
            onClick={() => onMark({ flag: mine.flag === 'reject' ? null : 'reject' })}
          >
            <X className="i" aria-hidden="true" />
          </button>
        </div>
      )}
      {rights.label === 'edit' && (
        <div className="group">
          {labels.map((label) => (
            <button
              key={label}
              type="button"
              aria-pressed={mine.label === label}
              aria-label={named('tile.label', { label: intl.formatMessage({ id: `label.${label}` }) })}
              onClick={() => onMark({ label: mine.label === label ? null : label })}
            >
              <Dot label={label} />
            </button>
          ))}
        </div>
      )}
      {rights.stars === 'edit' && (
        <div className="group stars">
          {([1, 2, 3, 4, 5] as const satisfies readonly Stars[]).map((stars) => (
            <button
              key={stars}
              type="button"
              aria-pressed={mine.stars >= stars}
              aria-label={named('tile.stars', { stars })}
              onClick={() => onMark({ stars: mine.stars === stars ? 0 : stars })}
            >
              <Star className={`i${mine.stars >= stars ? ' fill' : ''}`} aria-hidden="true" />
            </button>
          ))}
        </div>
      )}
      <div className="group">
        {rights.favourite === 'edit' && (
          <button
            type="button"
            aria-pressed={mine.favourite}
            aria-label={named('tile.favourite')}
            onClick={() => onMark({ favourite: !mine.favourite })}
          >
            <Heart className={`i${mine.favourite ? ' fill' : ''}`} aria-hidden="true" />
          </button>
        )}
        {onHide && (
          <button type="button" aria-label={named('tile.hide')} onClick={onHide}>
            <EyeOff className="i" aria-hidden="true" />
          </button>
        )}
      </div>
    </>
  )
}
