/** Other nodes on the same store: they are told to read on, and what they say to have written is read on here. */
import type { Bus, BusHint } from '../ports.ts'
import type { SheetBatch } from '../sheets/api.ts'
import type { GalleriesDeps } from './deps.ts'
import type { OpenGallery } from './open-gallery.ts'
import type { Openings } from './openings.ts'
import { reaches } from './other-nodes.ts'
import { readOn } from './reading.ts'
import { reseatIn, reseatTree } from './reseating.ts'

export function hintAt(open: OpenGallery, { updates }: SheetBatch, bus: Bus): void {
  for (const { sheet } of updates) {
    const reach = open.sheets.reach(sheet)
    if (!open.others.said(sheet, reach)) bus.say({ type: 'sheet', gallery: open.id, sheet, ...reach })
  }
}

export async function follow(openings: Openings, hint: BusHint, deps: GalleriesDeps): Promise<void> {
  if (hint.type === 'leads') return openings.get(hint.gallery)?.leader.heard(hint.person, deps.clock.now())
  if (hint.type === 'session' || hint.type === 'keys') return
  if (hint.type === 'sheet') return followSheet(openings.get(hint.gallery), hint, deps)
  if (hint.stream.startsWith('account:')) {
    const concerned = openings.all().filter((open) => hint.stream === `account:${open.state.gallery.account}`)
    await Promise.all(concerned.map((open) => reseatIn(open, 'all', deps)))
    return
  }
  const open = openings.all().find(({ stream }) => stream === hint.stream)
  if (!open || hint.rev <= open.rev) return
  const { parent } = open.state.gallery
  await open.turn.take(async () => {
    if (hint.rev > open.rev) await readOn(open, deps)
  })
  if (open.state.gallery.parent !== parent) await reseatTree(openings, open.id, deps)
}

type SheetHint = Extract<BusHint, { type: 'sheet' }>

/** First the gallery, then the sheets: what was hidden before somebody wrote there is hidden here before that is told. */
async function followSheet(open: OpenGallery | undefined, { sheet, epoch, seq }: SheetHint, deps: GalleriesDeps): Promise<void> {
  if (!open || reaches(open.sheets.reach(sheet), { epoch, seq })) return
  if (!open.others.hear(sheet, { epoch, seq })) return
  await open.turn.take(async () => {
    const sheets = open.others.take()
    await readOn(open, deps)
    await Promise.all(sheets.map((one) => open.sheets.readOn(one)))
  })
}
