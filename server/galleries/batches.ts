/** What became durable goes to whoever may read it: one frame for each view, the same bytes for all who hold it. */
import type { SheetBytes } from '../../common/protocol/bundle.ts'
import type { SheetBatch } from '../sheets/api.ts'
import type { Member } from './member.ts'
import type { OpenGallery } from './open-gallery.ts'
import type { SheetPlace } from './sheet-index.ts'
import { readsPlace } from './view.ts'

interface Update {
  readonly place: SheetPlace
  readonly sheet: SheetBytes
}

export function sendBatch(open: OpenGallery, batch: SheetBatch): void {
  const updates = batch.updates.map(({ sheet, bytes, state }): Update => {
    const place = open.index.add(sheet)
    return { place, sheet: { sheet, form: state ? 'state' : 'update', bytes } }
  })
  const tick = open.nextTick()
  for (const view of open.views.values()) {
    const read = updates.filter(({ place }) => view.reads(open.state, place))
    if (read.length > 0) view.deliver(view.channel.send(sheetsOf(read), tick))
  }
  for (const [member, read] of ownUpdates(open, updates)) member.deliver(member.own.send(sheetsOf(read), tick))
}

/** Updates of person sheets whose person is inside and does not get them with their view. */
function ownUpdates(open: OpenGallery, updates: readonly Update[]): ReadonlyMap<Member, readonly Update[]> {
  const own = new Map<Member, Update[]>()
  for (const update of updates) {
    const { place } = update
    for (const member of place.person ? open.membersOf(place.person) : []) {
      if (member.view.reads(open.state, place) || !readsPlace(member.viewer, open.state, place)) continue
      const known = own.get(member)
      if (known) known.push(update)
      else own.set(member, [update])
    }
  }
  return own
}

const sheetsOf = (updates: readonly Update[]): readonly SheetBytes[] => updates.map(({ sheet }) => sheet)
