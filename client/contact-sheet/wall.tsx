/** The contact sheet: scenes as chapters, justified rows, only what is in sight in the document. */
import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Whose } from '../../common/gallery/filter.ts'
import type { Rights } from '../../common/gallery/model.ts'
import type { GalleryId, PersonId, PhotoId, SelectionId } from '../../common/ids.ts'
import type { SeenPerson, SeenPhoto, SeenScene } from '../../common/visibility/seen.ts'
import type { MarkPatch } from '../gallery/gallery-view.ts'
import { useWidth } from '../ui/use-box.ts'
import { layOut } from './layout.ts'
import { type Look, measuresFor } from './measures.ts'
import { ratioOf } from './picture.tsx'
import { useTouch } from './use-media.ts'
import { atRest, useReach } from './use-reach.ts'
import type { MarkSource } from './wall-cell.tsx'
import type { Held } from './wall-hand.ts'
import { WallRows } from './wall-rows.tsx'
import './aggregate.css'
import './wall.css'

export interface Chapter {
  readonly scene: SeenScene
  /** What hangs here: already filtered and sorted. */
  readonly photos: readonly SeenPhoto[]
}

/** What a menu was asked for. */
export interface MenuAsk {
  readonly photo: SeenPhoto
  /** What has the focus again afterwards. */
  readonly anchor: HTMLElement
  /** Where a pointer asked for it, on the screen. */
  readonly at: { readonly x: number; readonly y: number } | null
  readonly onClose: () => void
}

export interface WallProps {
  readonly gallery: GalleryId
  readonly chapters: readonly Chapter[]
  /** The gallery's store: `useGalleryStore()`. */
  readonly source: MarkSource
  readonly people: ReadonlyMap<PersonId, SeenPerson>
  /** Clients who see a photo, for its tally; null or left out where that is not shown. */
  readonly readersOf?: (photo: PhotoId) => readonly PersonId[] | null
  /** Whose marks the tiles wear; everybody's unless said. */
  readonly whose?: Whose
  readonly me: PersonId | null
  readonly rights: Rights
  readonly staff: boolean
  readonly look: Look
  readonly held: Held
  readonly onHold: (held: Held) => void
  /** Address of a photo's loupe. */
  readonly hrefOf: (photo: PhotoId) => string
  readonly onOpen: (photo: PhotoId) => void
  readonly onMark: (photos: readonly PhotoId[], patch: MarkPatch) => void
  /** The list being filled: loops and circles are of it. */
  readonly list?: SelectionId | null
  readonly onChoose?: (photos: readonly PhotoId[]) => void
  /** Given to those who may hide and show. */
  readonly onHide?: (photos: readonly PhotoId[]) => void
  readonly onShow?: (photos: readonly PhotoId[]) => void
  /** Everything that can be done with a photo; without it, a small window for its marks. */
  readonly menu?: (ask: MenuAsk) => ReactNode
  /** What stands at the right of a chapter's heading. */
  readonly aside?: (chapter: Chapter) => ReactNode
  /** What stands in a chapter without photos. */
  readonly empty?: (chapter: Chapter) => ReactNode
  /** The element that scrolls; without it the window does. */
  readonly pane?: RefObject<HTMLElement | null>
  /** Pixels at the top of what scrolls that sticky bars cover. */
  readonly covered?: number
  readonly label: string
}

/** Width divided by height: a taller frame is shown by its middle, so that its strip has room for a circle. */
const slimmest = 0.34

export function Wall(props: WallProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const touch = useTouch()
  const { chapters, look } = props
  const layout = useMemo(
    () =>
      layOut(
        width === 0
          ? []
          : chapters.map(({ scene, photos }) => ({
              scene: scene.id,
              frames: photos.map((photo) => ({ id: photo.id, ratio: Math.max(slimmest, ratioOf(photo)) })),
            })),
        measuresFor(width, look, touch),
      ),
    [chapters, width, look, touch],
  )
  const Scroller = props.pane ? InPane : InWindow
  return (
    <div ref={box} className={`wall ${look}${touch ? ' touch' : ''}`}>
      {width > 0 && <Scroller {...props} {...(props.pane ? { pane: props.pane } : {})} box={box} layout={layout} touch={touch} />}
    </div>
  )
}

export interface RowsProps extends WallProps {
  readonly box: RefObject<HTMLDivElement | null>
  readonly layout: ReturnType<typeof layOut>
  readonly touch: boolean
}
export type WallVirtualizer = Virtualizer<Window, Element> | Virtualizer<HTMLElement, Element>

/** Up to here the whole wall stands in the document: the browser's own search, printing and screen readers find every photo. */
const wholeUpTo = 300

/** Distance between the top of what scrolls and the wall's top. */
function useMargin(box: RefObject<HTMLDivElement | null>, pane: RefObject<HTMLElement | null> | undefined, again: unknown): number {
  const [margin, setMargin] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again whenever the wall is laid out
  useLayoutEffect(() => {
    const top = box.current?.getBoundingClientRect().top ?? 0
    const scroller = pane?.current
    setMargin(Math.round(scroller ? top - scroller.getBoundingClientRect().top + scroller.scrollTop : top + window.scrollY))
  }, [box, pane, again])
  return margin
}

function useShared({ layout, held, box, pane }: RowsProps) {
  const margin = useMargin(box, pane, layout)
  const whole = layout.where.size <= wholeUpTo
  const reach = useReach(layout, whole ? Math.max(atRest, layout.lines.length) : atRest)
  const activeLine = held.active ? layout.where.get(held.active)?.line : undefined
  return {
    count: layout.lines.length,
    estimateSize: (index: number) => layout.lines[index]?.height ?? 0,
    overscan: reach,
    scrollMargin: margin,
    initialRect: { width: 1280, height: 800 },
    /** The active photo stays in the document: focus must not fall off. */
    rangeExtractor: (range: { startIndex: number; endIndex: number; overscan: number; count: number }) => {
      const from = Math.max(0, range.startIndex - range.overscan)
      const to = Math.min(range.count - 1, range.endIndex + range.overscan)
      const lines = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)
      return activeLine === undefined || lines.includes(activeLine) ? lines : [...lines, activeLine].sort((a, b) => a - b)
    },
  }
}

function InWindow(props: RowsProps) {
  const shared = useShared(props)
  const virtualizer = useWindowVirtualizer(shared)
  return <WallRows {...props} virtualizer={virtualizer} margin={shared.scrollMargin} />
}

function InPane(props: RowsProps) {
  const shared = useShared(props)
  const virtualizer = useVirtualizer<HTMLElement, Element>({ ...shared, getScrollElement: () => props.pane?.current ?? null })
  return <WallRows {...props} virtualizer={virtualizer} margin={shared.scrollMargin} />
}
