import { Eye, EyeOff, Info, Star, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import type { KeyName } from '../../common/key-wishes.ts'
import { labels, type Stars } from '../../common/sheet/shape.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useSideBySide } from '../compare/use-side-by-side.ts'
import type { Held } from '../contact-sheet/wall-hand.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { keyOf, keyWords } from '../keyboard/key-map.ts'
import { useLaidKeys } from '../keyboard/key-wishes.ts'
import { Dot } from '../ui/marks-by-hand.tsx'
import { type BatchAct, BatchMore } from './batch-more.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { useFold } from './use-fold.ts'
import { useHiding } from './use-hiding.ts'

interface BatchBarProps {
  readonly held: Held
  /** What hangs: acts go to nothing one does not see. */
  readonly hanging: readonly SeenPhoto[]
  readonly onHold: (held: Held) => void
  readonly onInspect: () => void
}

/** What one holds now, and what can be done with all of it at once. */
export function BatchBar({ held, hanging, onHold, onInspect }: BatchBarProps) {
  const intl = useIntl()
  const { actions } = useGallery()
  const [asking, setAsking] = useState<'move' | 'remove' | null>(null)
  const key = useKeyNow()
  const { selected } = held
  const photos = useMemo(() => hanging.filter(({ id }) => selected.has(id)).map(({ id }) => id), [hanging, selected])
  const acts = useActs(photos, held, setAsking)
  const bar = useFold<HTMLElement>(3, photos.length, acts.length, intl.locale)
  if (photos.length === 0) return null
  return (
    <section ref={bar} className="batch inv" aria-label={intl.formatMessage({ id: 'batch.title' })}>
      <span className="n" role="status">
        <FormattedMessage id="batch.selected" values={{ n: photos.length }} />
      </span>
      <button type="button" onClick={() => actions.mark(photos, { flag: 'pick' })}>
        <FormattedMessage id="mark.Pick" />
        <kbd>{key('pick')}</kbd>
      </button>
      <button type="button" onClick={() => actions.mark(photos, { flag: 'reject' })}>
        <FormattedMessage id="mark.Reject" />
        <kbd>{key('reject')}</kbd>
      </button>
      <Marks photos={photos} />
      <span className="grow" />
      <span className="part acts">
        <WideActs acts={acts} />
      </span>
      <button
        type="button"
        className="opens-insp"
        aria-haspopup="dialog"
        aria-label={intl.formatMessage({ id: 'desk.inspect' })}
        onClick={onInspect}
      >
        <Info className="i" aria-hidden="true" />
      </button>
      <BatchMore
        acts={acts}
        onUnflag={() => actions.mark(photos, { flag: null })}
        onStars={(stars) => actions.mark(photos, { stars })}
        onLabel={(label) => actions.mark(photos, { label })}
      />
      <button
        type="button"
        aria-label={intl.formatMessage({ id: 'batch.clear' })}
        onClick={() => onHold({ active: held.active, selected: new Set() })}
      >
        <X className="i" aria-hidden="true" />
      </button>
      {asking === 'move' && <MoveDialog photos={photos} onClose={() => setAsking(null)} />}
      {asking === 'remove' && <RemoveDialog photos={photos} onClose={() => setAsking(null)} />}
    </section>
  )
}

interface Act extends BatchAct {
  readonly key?: string
  readonly icon?: 'hide' | 'show'
}

/** What can be done with them all, as far as one may. */
function useActs(photos: readonly PhotoId[], held: Held, ask: (asking: 'move' | 'remove') => void): readonly Act[] {
  const intl = useIntl()
  const { actions, gallery, photoById } = useGallery()
  const hide = useHiding()
  const side = useSideBySide()
  const key = useKeyNow()
  const many = photos.length > 4
  const allHidden = photos.every((photo) => photoById.get(photo)?.hidden)
  const text = (id: string) => intl.formatMessage({ id })
  const acts: Act[] = []
  if (photos.length > 1)
    acts.push({
      name: text(many ? 'survey.open' : 'compare.open'),
      key: key(many ? 'survey' : 'compare'),
      act: () => void side.compare({ ...held, wall: photos }),
    })
  if (gallery?.write)
    acts.push({ name: text('batch.move'), act: () => ask('move') }, { name: text('batch.remove'), act: () => ask('remove') })
  if (gallery?.rights.hide === 'edit')
    acts.push({
      name: text(allHidden ? 'tile.show' : 'batch.hide'),
      icon: allHidden ? 'show' : 'hide',
      act: () => (allHidden ? actions.show(photos) : hide(photos)),
    })
  return acts
}

function WideActs({ acts }: { readonly acts: readonly Act[] }) {
  return acts.map(({ name, act, key, icon }) => (
    <button key={name} type="button" onClick={act}>
      {icon === 'show' && <Eye className="i" aria-hidden="true" />}
      {icon === 'hide' && <EyeOff className="i" aria-hidden="true" />}
      {name}
      {key && <kbd>{key}</kbd>}
    </button>
  ))
}

/** How the key is written that does it now, wherever it was laid. */
function useKeyNow(): (name: KeyName) => string {
  const { scheme, laid } = useLaidKeys()
  return (name) => keyWords(keyOf(scheme, laid, name)) ?? ''
}

function Marks({ photos }: { readonly photos: readonly PhotoId[] }) {
  const intl = useIntl()
  const key = useKeyNow()
  const { actions } = useGallery()
  return (
    <span className="part marks">
      <button type="button" onClick={() => actions.mark(photos, { flag: null })}>
        <FormattedMessage id="mark.Unflag" />
        <kbd>{key('unflag')}</kbd>
      </button>
      <span className="v" />
      <span className="stars">
        {([1, 2, 3, 4, 5] as const satisfies readonly Stars[]).map((stars) => (
          <button
            key={stars}
            type="button"
            aria-label={intl.formatMessage({ id: 'mark.stars' }, { stars })}
            onClick={() => actions.mark(photos, { stars })}
          >
            <Star className="i" aria-hidden="true" />
          </button>
        ))}
      </span>
      <span className="v" />
      <span className="lb">
        {labels.map((label) => (
          <button
            key={label}
            type="button"
            aria-label={intl.formatMessage({ id: `label.${label}` })}
            onClick={() => actions.mark(photos, { label })}
          >
            <Dot label={label} />
          </button>
        ))}
      </span>
    </span>
  )
}
