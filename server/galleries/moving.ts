/** A person whose grants changed listens to another view from now on, and is told the difference alone. */
import type { GalleryState } from '../../common/gallery/model.ts'
import { encodeFrame } from '../../common/protocol/bundle.ts'
import { told } from '../../common/visibility/told.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import { chunksOf, statesOf } from './bundle.ts'
import type { Member } from './member.ts'
import type { OpenGallery } from './open-gallery.ts'
import { presenceAfterMove } from './presence.ts'
import { freshPhotos, nobody, readsPlace } from './view.ts'

/** The id of no channel: whoever lost frames on the way cannot go on from here after a break. */
const unknown = 'none'

export interface Move {
  readonly member: Member
  readonly from: Viewer
  readonly to: Viewer
}

export function move(open: OpenGallery, { member, from, to }: Move, before: GalleryState): void {
  const view = open.viewOf(to)
  member.viewer = to
  member.view = view
  const changes = told(
    { viewer: { ...from, person: nobody }, state: before },
    { viewer: view.viewer, state: open.state },
    'all',
    open.studio,
  )
  const places = [...open.index.all()]
  const gained = places.filter((place) => readsPlace(to, open.state, place) && !readsPlace(from, before, place))
  const fresh = freshPhotos(changes)
  const sub = member.newSub()
  const tick = open.nextTick()
  const { id, n } = view.channel.position
  const frames = chunksOf(statesOf(open, gained)).map((sheets) => encodeFrame({ gallery: open.id, channel: 'view', n: 0, sub, sheets }))
  member.own.forget()
  for (const seat of member.seats) {
    seat.enterView(n)
    view.seats.add(seat)
    const lost = seat.forget()
    for (const of of [...fresh, ...gained.map((place) => place.id)]) seat.give(of, sub, tick)
    if (!seat.begun) continue
    seat.told({ gallery: open.id, n, changes, ...(fresh.length > 0 ? { sub } : {}), view: lost ? unknown : id })
    for (const bytes of frames) seat.sheets(bytes, 'frame')
    seat.presence(presenceAfterMove(open, seat))
  }
}
