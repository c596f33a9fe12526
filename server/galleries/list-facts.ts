/** What the sheets say of a list, asked in the gallery's turn: nothing new begins meanwhile, and what is under way is waited for. */
import type { ListFacts } from '../../common/gallery/asked.ts'
import type { AnyCommand } from '../../common/gallery/commands.ts'
import { type Audience, type PhotoId, type SelectionId, sheetIdOf } from '../../common/ids.ts'
import { parsePickKey } from '../../common/sheet/shape.ts'
import { homeAudience } from '../../common/visibility/sheets.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import type { OpenGallery } from './open-gallery.ts'

/** Milliseconds a place taken by another node is left to it: far longer than a push is on its way. */
const foreignMs = 60_000
const none: ReadonlySet<PhotoId> = new Set()

interface Asking {
  readonly command: AnyCommand
  readonly viewer: Viewer | null
  readonly at: number
}

export async function listFacts(open: OpenGallery, { command, viewer, at }: Asking): Promise<{ readonly list?: ListFacts }> {
  const { node } = open
  if (command.type === 'pick:claim') return { list: { node, picked: none, free: await freePlaces(open, command, at) } }
  if (command.type !== 'selection:submit' || !viewer) return {}
  return { list: { node, free: none, picked: await open.sheets.picked(command.id, homeAudience(viewer, open.state)) } }
}

/** Looked for only when the list is full: places whose photo carries no pick of it any more. */
async function freePlaces(
  open: OpenGallery,
  { selection, audience }: { readonly selection: SelectionId; readonly audience: Audience },
  now: number,
): Promise<ReadonlySet<PhotoId>> {
  const max = open.state.selections.get(selection)?.request?.max
  const places = [...open.state.claims.values()].filter((claim) => claim.selection === selection && claim.audience === audience)
  if (typeof max !== 'number' || places.length < max) return none
  const free = new Set<PhotoId>()
  for (const { photo, node, at } of places) {
    const sheet = sheetIdOf(photo, audience)
    const holds = async () => (await open.sheets.picks(sheet)).some((key) => parsePickKey(key)?.selection === selection)
    if (await holds()) continue
    if (node !== open.node) {
      if (now - at < foreignMs) continue
      await open.sheets.readOn(sheet)
      if (await holds()) continue
    }
    free.add(photo)
  }
  return free
}
