/** The rows in sight: keys, clicks, the one small window for marks, and what others do said aloud. */
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { PhotoId, SceneId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { MarkPatch } from '../gallery/gallery-view.ts'
import { keepPlace } from './keep-place.ts'
import type { Layout } from './layout.ts'
import { MarkMenu } from './mark-menu.tsx'
import type { TileContext } from './tile.tsx'
import { useArrivals } from './use-arrivals.ts'
import type { Chapter, RowsProps, WallVirtualizer } from './wall.tsx'
import { WallCell } from './wall-cell.tsx'
import { directionOf, everything, type Held, moved, pressed } from './wall-hand.ts'

interface WallRowsProps extends RowsProps {
  readonly virtualizer: WallVirtualizer
  readonly margin: number
}

export function WallRows(props: WallRowsProps) {
  const { layout, chapters, virtualizer, held, source, people, me } = props
  const photos = useMemo(
    () => new Map(chapters.flatMap((chapter) => chapter.photos.map((photo) => [photo.id, photo] as const))),
    [chapters],
  )
  const known = useMemo(() => ({ people, me }), [people, me])
  const arrivals = useArrivals(source, photos, known)
  const [menu, setMenu] = useState<{ readonly photo: PhotoId; readonly anchor: HTMLElement } | null>(null)
  const context = useTileContext(props, setMenu)
  useKeptPlace(props)
  const hand = useHand(props, photos)
  const open = menu && photos.get(menu.photo)
  const stop = held.active && layout.where.has(held.active) ? held.active : null
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual wall cannot be a table */}
      <div
        role="grid"
        className="rows"
        tabIndex={-1}
        aria-label={props.label}
        aria-rowcount={layout.lines.length}
        aria-multiselectable="true"
        style={{ height: layout.height }}
        {...hand}
      >
        {virtualizer.getVirtualItems().map(({ index }) => {
          const line = layout.lines[index]
          if (!line) return null
          const place = { transform: `translateY(${line.top}px)`, height: line.height }
          if (line.kind !== 'row')
            return (
              <ChapterLine
                key={`${line.kind} ${line.scene}`}
                props={props}
                scene={line.scene}
                empty={line.kind === 'empty'}
                index={index}
                style={place}
              />
            )
          return (
            // biome-ignore lint/a11y/useSemanticElements: a virtual wall cannot be a table
            // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
            <div key={line.frames[0]?.id} role="row" aria-rowindex={index + 1} className="row" style={place}>
              {line.frames.map((frame, column) => {
                const photo = photos.get(frame.id)
                return (
                  photo && (
                    <WallCell
                      key={frame.id}
                      photo={photo}
                      left={frame.left}
                      width={frame.width}
                      height={line.picture}
                      column={column + 1}
                      active={held.active === frame.id}
                      selected={held.selected.has(frame.id)}
                      stop={stop ? stop === frame.id : layout.where.get(frame.id)?.place === 0 && line.row === 0}
                      arriving={arrivals.now.get(frame.id) ?? null}
                      source={source}
                      context={context}
                    />
                  )
                )
              })}
            </div>
          )
        })}
      </div>
      <div className="sr" role="status" aria-live="polite">
        {arrivals.said}
      </div>
      {menu && open && (
        <MarkMenu
          photo={open}
          marks={source.marks(open.id)}
          rights={props.rights}
          anchor={menu.anchor}
          onMark={(patch) => {
            props.onMark([open.id], patch)
            setMenu({ ...menu })
          }}
          onHide={
            props.onHide
              ? () => {
                  setMenu(null)
                  props.onHide?.([open.id])
                }
              : null
          }
          onClose={() => setMenu(null)}
        />
      )}
    </>
  )
}

interface ChapterLineProps {
  readonly props: WallRowsProps
  readonly scene: SceneId
  readonly empty: boolean
  readonly index: number
  readonly style: React.CSSProperties
}

function ChapterLine({ props, scene, empty, index, style }: ChapterLineProps) {
  const chapter = props.chapters.find((one) => one.scene.id === scene)
  if (!chapter) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual wall cannot be a table
    // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
    <div role="row" aria-rowindex={index + 1} className={empty ? 'chapter-empty' : 'chapter'} style={style}>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual wall cannot be a table */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: nothing to press here */}
      <div role="gridcell">
        {empty ? (props.empty?.(chapter) ?? <FormattedMessage id="wall.emptyScene" />) : <ChapterHeading chapter={chapter} props={props} />}
      </div>
    </div>
  )
}

function ChapterHeading({ chapter, props }: { readonly chapter: Chapter; readonly props: WallRowsProps }) {
  return (
    <>
      <h2 id={`scene-${chapter.scene.id}`}>
        {chapter.scene.name}
        <span className="edge count">{chapter.photos.length}</span>
      </h2>
      {props.aside && <p className="aside">{props.aside(chapter)}</p>}
    </>
  )
}

function useTileContext(props: WallRowsProps, openMenu: (menu: { photo: PhotoId; anchor: HTMLElement }) => void): TileContext {
  const { gallery, people, me, rights, staff, look, touch, hrefOf } = props
  const latest = useRef(props)
  latest.current = props
  const mayShow = props.onShow !== undefined
  return useMemo(
    () => ({
      gallery,
      people,
      me,
      rights,
      staff,
      look,
      touch,
      hrefOf,
      onMark: (photo: PhotoId, patch: MarkPatch) => latest.current.onMark([photo], patch),
      onShow: mayShow ? (photo: PhotoId) => latest.current.onShow?.([photo]) : null,
      onMore: (photo: PhotoId, anchor: HTMLElement) => openMenu({ photo, anchor }),
    }),
    [gallery, people, me, rights, staff, look, touch, hrefOf, mayShow, openMenu],
  )
}

/** After the wall was laid out anew, what one looked at stays where it was. */
function useKeptPlace({ layout, virtualizer, margin }: WallRowsProps): void {
  const before = useRef<Layout>(layout)
  useLayoutEffect(() => {
    const old = before.current
    before.current = layout
    if (old === layout) return
    virtualizer.measure()
    const kept = keepPlace(old, layout, (virtualizer.scrollOffset ?? 0) - margin)
    if (kept !== null) virtualizer.scrollToOffset(kept + margin, { behavior: 'auto' })
  }, [layout, virtualizer, margin])
}

const cellOf = (target: EventTarget): PhotoId | null =>
  target instanceof Element ? ((target.closest<HTMLElement>('[data-photo]')?.dataset.photo as PhotoId | undefined) ?? null) : null
const inControl = (target: EventTarget) => target instanceof Element && target.closest('button, input, textarea') !== null

function useHand(props: WallRowsProps, photos: ReadonlyMap<PhotoId, SeenPhoto>) {
  const { layout, held, onHold, box, look, onOpen } = props
  useFollowActive(props)
  const hold = (next: Held, event: { preventDefault(): void }) => {
    event.preventDefault()
    onHold(next)
  }
  const onClick = (event: MouseEvent) => {
    const photo = cellOf(event.target)
    if (!photo || inControl(event.target) || (event.button !== 0 && event.detail !== 0)) return
    const keys = { shift: event.shiftKey, command: event.ctrlKey || event.metaKey }
    const picking = look === 'staff' || keys.shift || keys.command
    if (!picking) {
      event.preventDefault()
      onOpen(photo)
      return
    }
    hold(pressed(held, photo, keys, layout), event)
    box.current?.querySelector<HTMLElement>(`[data-photo="${photo}"]`)?.focus({ preventScroll: true })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const keys = { shift: event.shiftKey, command: event.ctrlKey || event.metaKey }
    const direction = directionOf(event.key)
    if (direction && !event.altKey) hold(moved(held, direction, keys, layout), event)
    else if (inControl(event.target)) return
    else if (event.key === 'Enter' && held.active) {
      event.preventDefault()
      onOpen(held.active)
    } else if (event.key === ' ' && held.active) hold(pressed(held, held.active, { shift: false, command: true }, layout), event)
    else if (event.key === 'a' && keys.command) hold(everything(held, layout), event)
  }
  const onFocus = (event: React.FocusEvent) => {
    const photo = cellOf(event.target)
    if (photo && photo !== held.active && photos.has(photo)) onHold({ active: photo, selected: held.selected })
  }
  const onDoubleClick = (event: MouseEvent) => {
    const photo = cellOf(event.target)
    if (photo && !inControl(event.target)) onOpen(photo)
  }
  return { onClick, onKeyDown, onFocus, ...(look === 'staff' ? { onDoubleClick } : {}) }
}

/** The active photo comes into sight, and takes the focus if the wall has it. */
function useFollowActive({ held, layout, box, virtualizer, margin, covered = 0 }: WallRowsProps): void {
  const last = useRef(held.active)
  const follow = useCallback(() => {
    const line = layout.lines[(held.active && layout.where.get(held.active)?.line) ?? -1]
    if (!line) return
    const top = line.top + margin
    const from = (virtualizer.scrollOffset ?? 0) + covered
    const to = (virtualizer.scrollOffset ?? 0) + (virtualizer.scrollRect?.height ?? 0)
    if (top < from) virtualizer.scrollToOffset(top - covered - 12)
    else if (top + line.height > to) virtualizer.scrollToOffset(top + line.height - (to - from) - covered + 12)
  }, [held.active, layout, margin, virtualizer, covered])
  useEffect(() => {
    if (last.current === held.active) return
    last.current = held.active
    if (!held.active) return
    follow()
    const inside = box.current?.contains(document.activeElement) || document.activeElement === document.body
    if (inside) box.current?.querySelector<HTMLElement>(`[data-photo="${held.active}"]`)?.focus({ preventScroll: true })
  }, [held.active, follow, box])
}
