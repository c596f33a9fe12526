/** What the drawing hand does, by the tool it holds. */
import { useMemo, useRef } from 'react'
import type { DrawingId, PhotoId, VersionId } from '../../common/ids.ts'
import { pointsPerStroke } from '../../common/limits.ts'
import type { Place } from '../../common/sheet/shape.ts'
import type { HandActs, HandEvent } from '../canvas/draw-hand.ts'
import { unitScale } from '../canvas/ink-paint.ts'
import { clamp, isHit } from '../canvas/ink-place.ts'
import type { Placed } from '../canvas/photo-canvas.tsx'
import { boxOf, type Look, panBy, toPicture, zoomAt } from '../canvas/view-box.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { newId } from '../net/new-id.ts'
import { waxOf } from '../ui/hue.ts'
import { useDrawRoom } from './draw-room.tsx'
import { handleAt } from './handles.ts'
import type { HandScene, InHand } from './in-hand.ts'
import { packedOf } from './inks.ts'
import { widthOf } from './kit.ts'
import type { OpenInk } from './use-ink.ts'

export interface Easel {
  readonly photo: PhotoId
  readonly version: VersionId
  readonly open: OpenInk
  readonly hand: InHand
  readonly at: Placed
  readonly look: Look
  readonly onLook: (look: Look) => void
  readonly onPin: (place: Place) => void
  /** Text is wanted here, or this one is to be written anew. */
  readonly onText: (place: Place, drawing: DrawingId | null) => void
  /** A drawing is held: the still layer leaves it out. */
  readonly onHold: (drawing: DrawingId | null) => void
}

interface Around {
  readonly easel: Easel
  readonly room: ReturnType<typeof useDrawRoom>
  readonly actions: ReturnType<typeof useGallery>['actions']
  readonly me: ReturnType<typeof useGallery>['me']
  /** Looks follow each other faster than renderings. */
  look: Look
}

/** Pixels beside a stroke or a handle that still count. */
const reaches = { mouse: 8, pen: 10, touch: 22 } as const
/** Milliseconds between two taps on a text that open it. */
const doubleTap = 400

export function useHandActs(easel: Easel): HandActs {
  const { actions, me } = useGallery()
  const room = useDrawRoom()
  const latest = useRef<Around>({ easel, room, actions, me, look: easel.look })
  latest.current = { easel, room, actions, me, look: easel.look }
  return useMemo(() => handActs(() => latest.current), [])
}

export const sceneOf = (at: Placed): HandScene => ({ picture: at.picture, pixel: 1 / unitScale(at) })
const placeOf = ({ at }: Easel, { x, y }: HandEvent): Place => toPicture(at.box, at.picture, [x, y])
const within = ([x, y]: Place): Place => [clamp(x), clamp(y)]

function handActs(around: () => Around): HandActs {
  const lastTap = { on: null as DrawingId | null, at: 0 }
  const look = (next: (at: Placed & { look: Look }) => Look) => {
    const now = around()
    now.look = next({ ...now.easel.at, look: now.look })
    now.easel.onLook(now.look)
  }
  return {
    begin: (event) => begin(around(), event),
    extend(events) {
      const { easel, room, actions } = around()
      const more = events.map((event) => ({ place: placeOf(easel, event), pressure: event.pressure }))
      easel.hand.extend(more, sceneOf(easel.at), events.at(-1)?.shift === true)
      if (room.kit.tool === 'select') return
      say(around(), actions)
      const last = events.at(-1)
      // One drawing holds so many points: the hand goes on with the next.
      if (!last || (easel.hand.ink?.points.length ?? 0) < pointsPerStroke) return
      end(around(), last)
      begin(around(), last)
    },
    end(event) {
      const now = around()
      const selected = now.room.selected
      const tapped = now.easel.hand.ink !== null && now.room.kit.tool === 'select' ? selected : null
      const kept = end(now, event)
      if (!tapped || kept) return
      const again = lastTap.on === tapped && event.at - lastTap.at < doubleTap
      Object.assign(lastTap, { on: tapped, at: event.at })
      const drawing = now.easel.open.drawings.find(({ id }) => id === tapped)
      if (again && drawing?.mine && drawing.tool === 'text') now.easel.onText(placeOf(now.easel, event), tapped)
    },
    cancel() {
      const { easel, actions } = around()
      easel.hand.drop()
      easel.onHold(null)
      actions.sayStroke(easel.photo, null)
    },
    pan: (dx, dy) => look((at) => panBy(at.look, { ...at, dx, dy })),
    zoom: ({ x, y, factor }) => look((at) => zoomAt(boxOf(at.look, at), { ...at, px: x, py: y, factor })),
  }
}

function begin(now: Around, event: HandEvent): void {
  const { easel, room, me } = now
  const place = placeOf(easel, event)
  room.drew(null)
  if (room.kit.tool === 'select') take(now, event, place)
  else if (room.kit.tool !== 'text' && room.kit.tool !== 'pin' && me) {
    const { tool, width, colour } = room.kit
    const edge = Math.max(easel.at.picture.width, easel.at.picture.height) * easel.at.box.scale
    const ink = { id: newId<DrawingId>('drawing'), tool, width: widthOf(tool, width, edge), text: null, colour: colour ?? waxOf(me.person) }
    easel.hand.begin(ink, { place, pressure: event.pressure }, sceneOf(easel.at))
    say(now, now.actions)
  }
}

/** The selected drawing by a handle, else whatever lies uppermost under the hand. */
function take({ easel, room }: Around, event: HandEvent, place: Place): void {
  const { at, open, hand } = easel
  const reach = reaches[event.type]
  const mine = (id: string) => open.drawings.find((one) => one.id === id)?.mine === true
  const selected = open.inks.find(({ id }) => id === room.selected)
  const handle = selected && mine(selected.id) ? handleAt(selected, at, { x: event.x, y: event.y, reach: reach * 1.4 }) : null
  const under = open.inks.findLast((ink) => isHit(ink, place, { picture: at.picture, reach: reach / unitScale(at) }))
  const taken = handle && selected ? selected : under
  room.select((taken?.id ?? null) as DrawingId | null)
  if (!taken || !mine(taken.id)) return
  hand.grab(taken, place, handle)
  easel.onHold(taken.id as DrawingId)
}

/** True if something came of it. */
function end({ easel, room, actions }: Around, event: HandEvent): boolean {
  const { kit } = room
  if (kit.tool === 'text' || kit.tool === 'pin') {
    const place = within(placeOf(easel, event))
    if (kit.tool === 'pin') easel.onPin(place)
    else easel.onText(place, null)
    return true
  }
  const ink = easel.hand.end(sceneOf(easel.at))
  if (ink && kit.tool === 'select') {
    actions.changeDrawing(easel.photo, ink.id as DrawingId, { width: ink.width, ...packedOf(ink) })
  } else if (ink) {
    const { tool, width } = ink
    const id = ink.id as DrawingId
    actions.draw(easel.photo, id, {
      ...{ version: easel.version, tool, width, text: null },
      ...packedOf(ink),
      colour: kit.colour,
      teamOnly: kit.teamOnly,
    })
    room.drew(id)
  }
  easel.onHold(null)
  if (kit.tool !== 'select') actions.sayStroke(easel.photo, null)
  return ink !== null
}

function say({ easel, room }: Around, actions: Around['actions']): void {
  const { ink } = easel.hand
  if (!ink) return
  const { tool, width, points, pressure } = ink
  const { colour, teamOnly } = room.kit
  actions.sayStroke(easel.photo, { id: ink.id as DrawingId, version: easel.version, tool, width, points, pressure, colour, teamOnly })
}
