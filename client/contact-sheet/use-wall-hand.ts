/** What the wall does by itself: clicks and keys, staying in place, following the active photo. */
import { type FocusEvent, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { MarkPatch } from '../gallery/gallery-view.ts'
import { keyWishes } from '../keyboard/key-wishes.ts'
import { pairOn } from '../keyboard/pairs.ts'
import { cellOf } from './cell-of.ts'
import { keepPlace } from './keep-place.ts'
import type { Layout } from './layout.ts'
import type { TileContext } from './tile.tsx'
import { useLongPress } from './use-long-press.ts'
import type { MenuAsk, RowsProps, WallVirtualizer } from './wall.tsx'
import { closedUp, directionOf, everything, gathered, type Held, moved, pressed } from './wall-hand.ts'

export interface WallRowsProps extends RowsProps {
  readonly virtualizer: WallVirtualizer
  readonly margin: number
}

export type MenuAt = Pick<MenuAsk, 'anchor' | 'at'> & { readonly photo: PhotoId }

export function useTileContext(props: WallRowsProps, openMenu: (menu: MenuAt) => void): TileContext {
  const { gallery, people, me, rights, staff, look, touch, hrefOf, whose = null, readersOf = unknown } = props
  const latest = useRef(props)
  latest.current = props
  const mayShow = props.onShow !== undefined
  const mayChoose = props.onChoose !== undefined
  const list = props.list ?? null
  const ownMenu = props.menu !== undefined
  return useMemo(
    () => ({
      gallery,
      people,
      me,
      whose,
      readersOf,
      rights,
      staff,
      look,
      touch,
      hrefOf,
      onMark: (photo: PhotoId, patch: MarkPatch) => latest.current.onMark([photo], patch),
      list,
      onChoose: mayChoose ? (photo: PhotoId) => latest.current.onChoose?.([photo]) : null,
      onShow: mayShow ? (photo: PhotoId) => latest.current.onShow?.([photo]) : null,
      onMore: (photo: PhotoId, anchor: HTMLElement, at: MenuAsk['at'] = null) => openMenu({ photo, anchor, at }),
      menu: ownMenu,
    }),
    [gallery, people, me, whose, readersOf, rights, staff, look, touch, hrefOf, mayShow, mayChoose, list, ownMenu, openMenu],
  )
}

/** After the wall was laid out anew, what one looked at stays where it was. */
export function useKeptPlace({ layout, virtualizer, margin }: WallRowsProps): void {
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

const unknown = (): null => null
const asksForMenu = ({ key, shiftKey }: KeyboardEvent): boolean => key === 'ContextMenu' || (key === 'F10' && shiftKey)
const inControl = (target: EventTarget) => target instanceof Element && target.closest('button, input, textarea') !== null

export function useHand(props: WallRowsProps, photos: ReadonlyMap<PhotoId, SeenPhoto>, onMore: TileContext['onMore']) {
  const { layout, held, onHold, box, look, onOpen } = props
  useClosedUp(props)
  useFollowActive(props)
  const hold = (next: Held, event: { preventDefault(): void }) => {
    event.preventDefault()
    onHold(next)
  }
  const press = useLongPress((photo) => onHold(gathered(held, photo)))
  const onClick = (event: MouseEvent) => {
    if (press.took()) return event.preventDefault()
    const photo = cellOf(event.target)
    if (!photo || inControl(event.target) || (event.button !== 0 && event.detail !== 0)) return
    const keys = { shift: event.shiftKey, command: event.ctrlKey || event.metaKey }
    const picking = look === 'staff' || held.gathering === true || keys.shift || keys.command
    if (!picking) {
      event.preventDefault()
      onOpen(photo)
      return
    }
    // Focus first: it makes the photo active with the selection as it was, and the press has the last word.
    box.current?.querySelector<HTMLElement>(`[data-photo="${photo}"]`)?.focus({ preventScroll: true })
    hold(pressed(held, photo, keys, layout), event)
  }
  const more = menuOf(props, photos, onMore)
  const onKeyDown = (event: KeyboardEvent) => {
    const keys = { shift: event.shiftKey, command: event.ctrlKey || event.metaKey }
    const direction = directionOf(event.key)
    if (direction && !event.altKey) hold(moved(held, direction, keys, layout), event)
    else if (asksForMenu(event)) more(held.active, event)
    else if (inControl(event.target)) return
    else if (event.key === 'Enter' && held.active) {
      event.preventDefault()
      onOpen(held.active)
    } else if (event.key === ' ' && held.active) hold(pressed(held, held.active, { shift: false, command: true }, layout), event)
    else if (pairOn(keyWishes().pairs ?? {}, event) === 'all') hold(everything(held, layout), event)
  }
  const onFocus = (event: FocusEvent) => {
    const photo = cellOf(event.target)
    if (photo && photo !== held.active && photos.has(photo)) onHold({ ...held, active: photo })
  }
  const onDoubleClick = (event: MouseEvent) => {
    const photo = cellOf(event.target)
    if (photo && !inControl(event.target)) onOpen(photo)
  }
  /** Focus is ours to place: a press must not move the active photo before the click knows which keys are down. */
  const onMouseDown = (event: MouseEvent) => {
    if (cellOf(event.target) && !inControl(event.target)) event.preventDefault()
  }
  /** The studio's second mouse button; clients keep the browser's own menu. */
  const onContextMenu = (event: MouseEvent) => {
    press.on.onContextMenu(event)
    if (look !== 'staff' || event.defaultPrevented || inControl(event.target)) return
    more(cellOf(event.target), event, { x: event.clientX, y: event.clientY })
  }
  return { onClick, onMouseDown, onKeyDown, onFocus, ...press.on, onContextMenu, ...(look === 'staff' ? { onDoubleClick } : {}) }
}

/** The menu of a photo, or all its marks, also where its frame is too small for the button. A menu has something for every photo. */
const menuOf =
  ({ box, menu }: WallRowsProps, photos: ReadonlyMap<PhotoId, SeenPhoto>, onMore: TileContext['onMore']) =>
  (id: PhotoId | null, event: { preventDefault(): void }, at: MenuAsk['at'] = null) => {
    const photo = id && photos.get(id)
    const cell = id && box.current?.querySelector<HTMLElement>(`[data-photo="${id}"]`)
    if (!photo || !cell || (!menu && (photo.hidden || photo.state !== 'ready'))) return
    event.preventDefault()
    onMore(photo.id, cell, at)
  }

/** A keyboard on the wall goes on from the place of a photo that went, not from the first of all. */
function useClosedUp({ layout, held, onHold, box }: WallRowsProps): void {
  const before = useRef(layout)
  useEffect(() => {
    const old = before.current
    before.current = layout
    const focused = document.activeElement
    if (old === layout || (focused !== document.body && box.current?.contains(focused) !== true)) return
    const next = closedUp(held, old, layout)
    if (next !== held) onHold(next)
  }, [layout, held, onHold, box])
}

/** Whether a pointer made the latest move. */
function usePointing(box: WallRowsProps['box']): { readonly current: boolean } {
  const pointing = useRef(false)
  useEffect(() => {
    const wall = box.current
    const down = () => {
      pointing.current = true
    }
    const key = () => {
      pointing.current = false
    }
    wall?.addEventListener('pointerdown', down, true)
    window.addEventListener('keydown', key, true)
    return () => {
      wall?.removeEventListener('pointerdown', down, true)
      window.removeEventListener('keydown', key, true)
    }
  }, [box])
  return pointing
}

/** The active photo comes into sight, and takes the focus if the wall has it. What a pointer presses stays under it. */
function useFollowActive({ held, layout, box, virtualizer, margin, covered = 0 }: WallRowsProps): void {
  const last = useRef(held.active)
  const pointing = usePointing(box)
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
    if (!pointing.current) follow()
    const cell = box.current?.querySelector<HTMLElement>(`[data-photo="${held.active}"]`)
    const focused = document.activeElement
    const free = focused === document.body || (box.current?.contains(focused) === true && cell?.contains(focused) !== true)
    if (free) cell?.focus({ preventScroll: true })
  }, [held.active, follow, box, pointing])
}
