/** The true inside and the true socket door on a database in a temporary folder; only clock and dice are fakes. */

import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AnyCommand } from '../../common/gallery/commands.ts'
import {
  type AccountId,
  type GalleryId,
  type IdKind,
  type LinkId,
  type PersonId,
  type PhotoId,
  prefixes,
  type SceneId,
  type VersionId,
} from '../../common/ids.ts'
import type { Result } from '../../common/result.ts'
import type { StaffSeat } from '../../common/visibility/viewer.ts'
import type { Galleries, StaffSeatOf } from '../../server/galleries/api.ts'
import { createGalleries } from '../../server/galleries/galleries.ts'
import { attachLive } from '../../server/live/attach.ts'
import type { LiveLimits } from '../../server/live/limits.ts'
import type { Bus, BusHint, Store } from '../../server/ports.ts'
import type { Sheets } from '../../server/sheets/api.ts'
import { createSheets } from '../../server/sheets/sheets.ts'
import { openSqlite } from '../../server/store/sqlite/open.ts'

export const id = <T extends string>(kind: IdKind, n: number): T => `${prefixes[kind]}_${String(n).padStart(20, '0')}` as T
export const account = id<AccountId>('account', 1)
export const gallery = id<GalleryId>('gallery', 1)
export const owner = id<PersonId>('user', 1)
export const member = id<PersonId>('user', 2)
export const scene = (n: number) => id<SceneId>('scene', n)
export const photo = (n: number) => id<PhotoId>('photo', n)
export const version = (n: number) => id<VersionId>('version', n)
export const visitor = (n: number) => id<PersonId>('visitor', n)
export const link = (n: number) => id<LinkId>('link', n)

export const ownerSeat: StaffSeat = { owner: true, write: true, settings: true, inScope: true }
export const memberSeat: StaffSeat = { owner: false, write: true, settings: false, inScope: true }

/** A bus between nodes of one process. */
export function localBus(): Bus {
  const listeners = new Set<(hint: BusHint) => void>()
  return {
    say: (hint) => {
      for (const listener of [...listeners]) queueMicrotask(() => listener(hint))
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export class FakeClock {
  #at = 1_800_000_000_000
  now(): number {
    return this.#at
  }
  pass(ms: number): void {
    this.#at += ms
  }
}

export interface House {
  readonly url: string
  readonly store: Store
  readonly sheets: Sheets
  readonly galleries: Galleries
  readonly clock: FakeClock
  readonly bus: Bus
  readonly staff: Map<PersonId, StaffSeat>
  readonly faults: unknown[]
  /** The server's own command; throws if it is refused. */
  system(command: AnyCommand, in_?: GalleryId): Promise<void>
  /** A command of a person. */
  ask(by: PersonId | null, command: AnyCommand, commandId?: string | null): Promise<Result<{ readonly rev: number }>>
  stop(): Promise<void>
}

let minted = 1_000

export interface HouseOptions {
  readonly folder?: string
  readonly store?: Store
  readonly bus?: Bus
  readonly clock?: FakeClock
  readonly limits?: Partial<LiveLimits>
  /** Instead of the seats in `staff`. */
  readonly staffSeat?: StaffSeatOf
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'proofroom-')))
  const store = options.store ?? (await openSqlite({ folder }))
  const clock = options.clock ?? new FakeClock()
  const bus = options.bus ?? localBus()
  const staff = new Map<PersonId, StaffSeat>([
    [owner, ownerSeat],
    [member, memberSeat],
  ])
  const faults: unknown[] = []
  const log = { warn: () => undefined, error: (facts: object) => void faults.push(facts) }
  const dice = {
    id: (kind: IdKind) => id(kind, ++minted),
    secret: () => `secret-${String(++minted).padStart(36, '0')}`.split('').reverse().join(''),
    code: () => '123456',
  }
  const sheets = createSheets({ journal: store.journal, counters: store.counters, clock, dice, log })
  const galleries = createGalleries({
    store,
    sheets,
    clock,
    dice,
    bus,
    staffSeat: options.staffSeat ?? (async (person) => staff.get(person) ?? null),
    studioName: async () => 'Studio',
    hash: async (code) => `hash of ${code}`,
    log,
  })
  const http = createServer()
  const identify = async ({ headers }: { headers: Record<string, string | string[] | undefined> }) => {
    const person = headers['x-person']
    return typeof person === 'string' ? { person: person as PersonId, name: `name-of-${person}` } : null
  }
  const live = attachLive(http, {
    galleries,
    identify,
    allowedOrigin: ({ headers }) => headers.origin === undefined,
    log,
    ...(options.limits ? { limits: options.limits } : {}),
  })
  await new Promise<void>((open) => http.listen(0, '127.0.0.1', open))
  const ask = (by: PersonId | null, command: AnyCommand, commandId: string | null = null) =>
    galleries.perform({ gallery, by, commandId, command })
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    store,
    sheets,
    galleries,
    clock,
    bus,
    staff,
    faults,
    ask,
    system: async (command, in_ = gallery) => {
      const done = await galleries.perform({ gallery: in_, by: null, commandId: null, command })
      if (!done.ok) throw new Error(`${command.type}: ${done.refusal.code} ${done.refusal.detail ?? ''}`)
    },
    stop: async () => {
      await live.close()
      await galleries.close()
      await new Promise((closed) => http.close(closed))
      if (!options.store) await store.close()
      if (!options.folder) await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function must<T>(asked: Promise<Result<T>>): Promise<T> {
  const answer = await asked
  if (!answer.ok) throw new Error(`${answer.refusal.code} ${answer.refusal.detail ?? ''}`)
  return answer.value
}
