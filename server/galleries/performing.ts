/** A command in its gallery's turn: decide, keep, tell, answer. */

import type { AnyCommand } from '../../common/gallery/commands.ts'
import { decide } from '../../common/gallery/decide.ts'
import { keysOf } from '../../common/gallery/keys.ts'
import type { Change, GalleryState } from '../../common/gallery/model.ts'
import { apply } from '../../common/gallery/state.ts'
import { done, type Refusal, type Result, refuse } from '../../common/result.ts'
import { canEnter } from '../../common/visibility/see.ts'
import type { Viewer } from '../../common/visibility/viewer.ts'
import type { RecordWrite, StreamEntry } from '../ports.ts'
import type { Perform } from './api.ts'
import type { GalleriesDeps } from './deps.ts'
import { keptOut, viewerIn } from './entering.ts'
import { listFacts } from './list-facts.ts'
import type { OpenGallery } from './open-gallery.ts'
import { readOn } from './reading.ts'
import { tellAll } from './telling.ts'

/** Times a command is decided anew because another node was faster. */
const tries = 8

export type Performed = Result<{ readonly rev: number }>
interface Secrets {
  readonly codeHash?: string | null
  readonly secret: string
}

export async function performIn(open: OpenGallery, ask: Perform, deps: GalleriesDeps): Promise<Performed> {
  const secrets = await secretsFor(ask.command, deps)
  for (let left = tries; left > 0; left--) {
    if (open.doubtful) await readOn(open, deps)
    const before = ask.commandId === null ? undefined : open.doneAt(ask.by, ask.commandId)
    if (before !== undefined) return done({ rev: before })
    const viewer = ask.by === null ? null : await viewerNow(open, ask.by, deps)
    const at = deps.clock.now()
    if (viewer && !canEnter(viewer, open.state)) return { ok: false, refusal: keptOut(open.state, viewer.person, at) }
    const decided = decide({
      state: open.state,
      viewer,
      by: ask.by,
      command: ask.command,
      at,
      ...secrets,
      ...(await listFacts(open, { command: ask.command, viewer, at })),
    })
    if (!decided.ok) return decided
    if (decided.value.length === 0) return done({ rev: open.rev })
    const entry = entryOf(open, ask, { changes: decided.value, at })
    const kept = await keep(open, entry, deps)
    if (kept === 'ok') return settle(open, { entry, changes: decided.value }, deps)
    if (kept !== 'conflict') return { ok: false, refusal: kept }
    await readOn(open, deps)
  }
  return refuse('conflict')
}

async function viewerNow(open: OpenGallery, person: NonNullable<Perform['by']>, deps: GalleriesDeps): Promise<Viewer> {
  const staff = await open.staffSeat(person)
  return viewerIn(open.state, { person, staff, now: deps.clock.now() })
}

/** From here to the answer nothing waits: whoever is answered knows that everyone concerned has been told. */
function settle(open: OpenGallery, done_: { entry: StreamEntry; changes: readonly Change[] }, deps: GalleriesDeps): Performed {
  const { entry, changes } = done_
  const before = open.state
  open.state = apply(before, changes)
  open.rev = entry.rev
  open.remember(entry.by, entry.commandId, entry.rev)
  tellAll(open, { before, changes, now: deps.clock.now() })
  deps.bus.say({ type: 'stream', stream: open.stream, rev: entry.rev })
  return done({ rev: entry.rev })
}

/** Keeps the entry, or says why not. After a failure in the middle the journal itself is asked what became of it. */
async function keep(open: OpenGallery, entry: StreamEntry, deps: GalleriesDeps): Promise<'ok' | 'conflict' | Refusal> {
  try {
    return await deps.store.streams.commit(entry)
  } catch (fault) {
    deps.log.error({ err: fault, gallery: open.id }, 'a commit failed; reading whether it was kept')
    open.doubtful = true
  }
  try {
    const [kept] = await deps.store.streams.entries(entry.stream, entry.rev - 1, 1)
    open.doubtful = false
    if (!kept) return { code: 'retry' }
    return kept.at === entry.at && kept.by === entry.by && JSON.stringify(kept.writes) === JSON.stringify(entry.writes) ? 'ok' : 'conflict'
  } catch (fault) {
    deps.log.error({ err: fault, gallery: open.id }, 'the journal does not answer')
    return { code: 'retry' }
  }
}

function entryOf(open: OpenGallery, ask: Perform, step: { changes: readonly Change[]; at: number }): StreamEntry {
  return {
    stream: open.stream,
    rev: open.rev + 1,
    commandId: ask.commandId,
    command: keptCommand(ask.command, open.state),
    writes: writesOf(step.changes),
    by: ask.by,
    at: step.at,
  }
}

export function writesOf(changes: readonly Change[]): readonly RecordWrite[] {
  return changes.map(({ kind, id, after }) => ({ kind, id, keys: after ? keysOf(after) : [], value: after }))
}

async function secretsFor(command: AnyCommand, deps: GalleriesDeps): Promise<Secrets> {
  const secret = deps.dice.secret()
  if (command.type !== 'link:add' && command.type !== 'link:change') return { secret }
  if (command.code === undefined) return { secret }
  return { secret, codeHash: command.code === null ? null : await deps.hash(command.code) }
}

/** The audit log says that a code was set, never which, and how photos were called that are deleted: nothing else will. */
function keptCommand(command: AnyCommand, before: GalleryState): unknown {
  if (command.type === 'photo:remove') {
    return { ...command, names: [...new Set(command.photos)].flatMap((id) => before.photos.get(id)?.cameraName ?? []) }
  }
  if (!('code' in command) || (command.type !== 'link:add' && command.type !== 'link:change')) return command
  const { code, ...rest } = command
  return { ...rest, hasCode: code !== null }
}
