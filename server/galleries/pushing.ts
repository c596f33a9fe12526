/** Feedback on its way in: asked in the gallery's turn, so that a hide asked before wins, and answered after durability. */

import type { SheetId } from '../../common/ids.ts'
import { encodeFrame, type SheetBytes } from '../../common/protocol/bundle.ts'
import type { PushAnswer, PushAsk } from '../../common/protocol/live.ts'
import { done, type Refusal, type Result, refuse } from '../../common/result.ts'
import { writesSheet } from '../../common/visibility/sheets.ts'
import type { GalleriesDeps } from './deps.ts'
import type { OpenGallery } from './open-gallery.ts'
import { performIn } from './performing.ts'
import { placesCount, takePlaces } from './places.ts'
import type { OpenSeat } from './seat.ts'
import { placeOf, type SheetPlace } from './sheet-index.ts'
import { readsPlace } from './view.ts'

/** A Yjs update without anything in it: the state of a sheet nobody wrote on. */
const emptyState = Uint8Array.of(0, 0)
const revoked: PushAnswer = refuse('revoked')
const no = (refusal: Refusal) => ({ ok: false, refusal }) as const

export async function pushFrom(
  open: OpenGallery,
  seat: OpenSeat,
  { ask, deps }: { ask: PushAsk; deps: GalleriesDeps },
): Promise<PushAnswer> {
  const place = placeOf(ask.sheet)
  if (!place) return refuse('malformed')
  const { outcome } = await open.turn.take(async () => {
    let refusal = refusalOf(open, seat, { place, sub: ask.sub })
    // What was waited for may have changed what was checked; nearly always there is nothing to wait for.
    if (!refusal && (writesFirst(open, seat, place) || placesCount(open.state, place))) {
      refusal = (await prepare(open, seat, { ask, place, deps })) ?? refusalOf(open, seat, { place, sub: ask.sub })
    }
    return { outcome: refusal ? Promise.resolve(no(refusal)) : begin(open, seat, { ask, place }) }
  })
  const ended = await outcome
  if (ended.ok) return ended
  if (!holds(open, seat, { place, sub: ask.sub })) return revoked
  return fresh(open, seat, { place, sub: ask.sub, refusal: ended.refusal })
}

/** Commits of the gallery that come before the push. */
async function prepare(
  open: OpenGallery,
  seat: OpenSeat,
  { ask, place, deps }: { ask: PushAsk; place: SheetPlace; deps: GalleriesDeps },
): Promise<Refusal | null> {
  if (writesFirst(open, seat, place)) await noteWriter(open, seat, deps)
  return takePlaces(open, { person: seat.member.person, place, bytes: ask.bytes, deps })
}

/** In the same stretch as the check before it: what was checked still stands. */
function begin(
  open: OpenGallery,
  seat: OpenSeat,
  { ask, place }: { ask: PushAsk; place: SheetPlace },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly refusal: Refusal }> {
  return open.sheets.push({
    sheet: place.id,
    viewer: seat.member.viewer,
    state: open.state,
    connection: seat.id,
    bytes: ask.bytes,
    catchUp: ask.catchUp === true,
  })
}

function refusalOf(open: OpenGallery, seat: OpenSeat, at: { place: SheetPlace; sub: number }): Refusal | null {
  if (!holds(open, seat, at)) return { code: 'revoked' }
  const photo = open.state.photos.get(at.place.photo)
  return photo && writesSheet(seat.member.viewer, open.state, photo, at.place.audience) ? null : { code: 'not-allowed' }
}

function writesFirst(open: OpenGallery, seat: OpenSeat, { audience }: SheetPlace): boolean {
  const guest = open.state.guests.get(seat.member.person)
  return audience === 'shared' && guest !== undefined && !guest.staff && !guest.wrote
}

/** Kept before the first word: whose words stand on a shared sheet is known by name to whoever reads it. */
async function noteWriter(open: OpenGallery, seat: OpenSeat, deps: GalleriesDeps): Promise<void> {
  const command = { type: 'guest:wrote', person: seat.member.person } as const
  const noted = await performIn(open, { gallery: open.id, by: null, commandId: null, command }, deps)
  if (!noted.ok) deps.log.warn({ gallery: open.id, code: noted.refusal.code }, 'a writer could not be noted')
}

function holds(open: OpenGallery, seat: OpenSeat, { place, sub }: { place: SheetPlace; sub: number }): boolean {
  return !seat.ended && readsPlace(seat.member.viewer, open.state, place) && seat.subOf(place) === sub
}

/** The way on after a refusal: the sheet as it is, a new subscription, a Yjs client id without a past. */
async function fresh(open: OpenGallery, seat: OpenSeat, at: { place: SheetPlace; sub: number; refusal: Refusal }): Promise<PushAnswer> {
  const client = await seat.nextClient(() => open.sheets.clients(seat.member.person))
  if (!holds(open, seat, at)) return revoked
  const sub = seat.member.newSub()
  seat.give(at.place.id, sub, open.nextTick())
  seat.hold()
  return { ok: false, refusal: at.refusal, sub, state: open.sheets.state(at.place.id) ?? emptyState, client }
}

/** Fresh states of the sheets this seat may read, on one new subscription; others are left out. */
export function fetchFor(
  open: OpenGallery,
  seat: OpenSeat,
  sheets: readonly SheetId[],
): Result<{ readonly bytes: Uint8Array; readonly sub: number }> {
  if (seat.ended) return refuse('revoked')
  const sub = seat.member.newSub()
  const tick = open.nextTick()
  const states: SheetBytes[] = []
  for (const sheet of new Set(sheets)) {
    const place = placeOf(sheet)
    if (!place || !readsPlace(seat.member.viewer, open.state, place)) continue
    seat.give(place.id, sub, tick)
    states.push({ sheet, form: 'state', bytes: open.sheets.state(sheet) ?? emptyState })
  }
  seat.hold()
  return done({ bytes: encodeFrame({ gallery: open.id, channel: 'view', n: 0, sub, sheets: states }), sub })
}
