/** Bringing a sheet up to what the journal holds, and into a new epoch. */
import type { Clock, Journal } from '../ports.ts'
import type { Durable } from './durable.ts'
import type { Update } from './flusher.ts'
import { folded, seal } from './folded.ts'
import type { Sheet } from './sheet.ts'

export interface MendAsk {
  readonly sheet: Sheet
  /** The journal may hold more than is known. */
  readonly doubtful: boolean
  readonly fold: boolean
}
export interface MendTools {
  readonly journal: Journal
  readonly clock: Clock
}

/** Entries of history kept when a snapshot covers them: milliseconds of 90 days. */
const historyKept = 90 * 24 * 3_600_000
/** Entries after which a snapshot makes loading quicker. */
const entriesPerSnapshot = 256

/**
 * Returns what everyone must be told. A fold begins with a seal in the journal: it takes the next place of the epoch, so that nobody can
 * add to an epoch that is being left; whoever finds a seal finishes the fold, and of two the first counts.
 */
export async function mend(tools: MendTools, { sheet, doubtful, fold }: MendAsk): Promise<readonly Update[]> {
  const { durable } = sheet
  const told: Update[] = []
  if (doubtful) told.push(...(await readOn(tools, sheet)))
  if (fold && !durable.sealed) told.push(...(await sealEpoch(tools, sheet)))
  if (durable.sealed) told.push(...(await beginEpoch(tools, sheet)))
  return told
}

async function readOn({ journal }: MendTools, { id, durable }: Sheet): Promise<readonly Update[]> {
  const kept = await journal.loadSheet(id)
  const fresh = kept ? durable.take(kept) : 'nothing'
  const bytes = fresh === 'nothing' ? null : durable.state()
  return bytes ? [{ sheet: id, bytes, state: fresh === 'epoch' }] : []
}

async function sealEpoch(tools: MendTools, sheet: Sheet): Promise<readonly Update[]> {
  const { id, gallery, durable } = sheet
  const place = { sheet: id, gallery, epoch: durable.epoch, seq: durable.seq + 1 }
  const [answer] = await tools.journal.append([{ ...place, bytes: seal, writes: [], at: tools.clock.now() }])
  if (answer !== 'ok') return readOn(tools, sheet)
  durable.add(seal)
  return []
}

async function beginEpoch(tools: MendTools, sheet: Sheet): Promise<readonly Update[]> {
  const { id, gallery, durable } = sheet
  const next = { epoch: durable.epoch + 1, ...folded(id, durable.epoch, durable.parts) }
  const snapshot = { sheet: id, gallery, epoch: next.epoch, seq: 0, bytes: next.bytes }
  if (!(await tools.journal.fold(snapshot, tools.clock.now() - historyKept))) return readOn(tools, sheet)
  durable.begin(next.epoch, next)
  return [{ sheet: id, bytes: next.bytes, state: true }]
}

export function wantsFold(durable: Durable, structs: number): boolean {
  if (structs >= durable.foldStructs) return true
  return durable.size >= durable.foldBytes && (durable.state()?.length ?? 0) >= durable.foldBytes
}

/** A snapshot of the same epoch, if it is time for one. */
export async function snapshot({ journal, clock }: MendTools, { id, gallery, durable }: Sheet): Promise<void> {
  if (durable.unfolded < entriesPerSnapshot || durable.sealed) return
  const bytes = durable.state()
  if (!bytes) return
  durable.unfolded = 0
  await journal.fold({ sheet: id, gallery, epoch: durable.epoch, seq: durable.seq, bytes }, clock.now() - historyKept)
}
