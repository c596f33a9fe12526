/** The studio's names of the colours: kept with the account, told to each of its galleries. */
import type { LabelNames } from '../../common/gallery/labels.ts'
import { type AccountId, type GalleryId, galleryId, type PersonId } from '../../common/ids.ts'
import { done, type Result, refuse } from '../../common/result.ts'
import { same } from '../../common/same.ts'
import { loadAccount, seatsOf } from './accounts.ts'
import type { PeopleDeps } from './deps.ts'

/** Two people naming at one moment: the second reads on and tries again, a few times. */
const attempts = 5

interface NameLabels {
  readonly person: PersonId
  readonly account: AccountId
  readonly labels: LabelNames
}

/** Others' studios answer like unknown ones. What was cut short half-way is completed by asking again. */
export async function nameLabels(deps: PeopleDeps, ask: NameLabels): Promise<Result<void>> {
  const seat = (await seatsOf(deps.store, ask.person)).find((member) => member.account === ask.account)
  if (!seat) return refuse('not-found')
  if (!seat.owner && !seat.settings) return refuse('not-allowed')
  const kept = await keepNames(deps, ask)
  if (!kept.ok) return kept
  for (const gallery of await galleriesOf(deps, ask.account)) {
    const told = await labelGallery(deps, gallery)
    if (!told.ok) return told
  }
  return done(undefined)
}

/** Gives a gallery the names its studio has now: after they changed, and once it is made. */
export async function labelGallery({ store, galleries }: PeopleDeps, gallery: GalleryId): Promise<Result<void>> {
  const state = await galleries.state(gallery)
  const account = state && (await loadAccount(store, state.gallery.account))
  const labels = account?.labels ?? {}
  if (!state || same(state.gallery.labels ?? {}, labels)) return done(undefined)
  const told = await galleries.perform({ gallery, by: null, commandId: null, command: { type: 'gallery:labels', labels } })
  return told.ok ? done(undefined) : told
}

async function keepNames({ store, clock }: PeopleDeps, { person, account, labels }: NameLabels): Promise<Result<void>> {
  const stream = `account:${account}` as const
  for (let attempt = 0; attempt < attempts; attempt++) {
    const loaded = await store.streams.load(stream)
    const before = await loadAccount(store, account)
    if (!loaded || !before) return refuse('not-found')
    if (same(before.labels ?? {}, labels)) return done(undefined)
    const kept = await store.streams.commit({
      stream,
      rev: loaded.rev + 1,
      commandId: null,
      command: { type: 'account:labels', labels },
      writes: [{ kind: 'account', id: account, keys: [], value: { ...before, labels } }],
      by: person,
      at: clock.now(),
    })
    if (kept === 'ok') return done(undefined)
  }
  return refuse('retry')
}

async function galleriesOf({ store }: PeopleDeps, account: AccountId): Promise<readonly GalleryId[]> {
  const found = await store.streams.find(`account:${account}`)
  return found.flatMap((record) => {
    const id = galleryId.safeParse(record.id)
    return record.kind === 'gallery' && id.success ? [id.data] : []
  })
}
