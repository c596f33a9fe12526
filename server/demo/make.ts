/** Makes the demo studio. Every step looks first what is there: cut short at any place, the next start completes it. */
import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { User } from '../../common/gallery/account.ts'
import type { AnyCommand, GalleryCommand } from '../../common/gallery/commands.ts'
import type { GalleryState } from '../../common/gallery/model.ts'
import type { AccountId, UserId } from '../../common/ids.ts'
import { ensureAccount } from '../people/accounts.ts'
import { emailKey, loadUser, personEntry } from '../people/persons.ts'
import type { DemoDeps } from './deps.ts'
import {
  type DemoPhoto,
  demoPhotos,
  firstGrant,
  gallery,
  galleryName,
  guests,
  hidden,
  links,
  photographer,
  scenes,
  stillLife,
  studio,
} from './facts.ts'

export async function makeDemo(deps: DemoDeps): Promise<void> {
  deps.say(`Making the demo: ${studio}, gallery "${galleryName}"`)
  const account = await ensureStudio(deps)
  await ensureGallery(deps, account)
  const photos = demoPhotos(deps.folder)
  await ensureScenes(deps)
  await ensurePhotos(deps, photos)
  await ensureLinks(deps)
  await enterPhotographer(deps)
  await hideSome(deps, photos)
  deps.say('The demo is ready.')
}

async function ensureStudio({ store, clock }: DemoDeps): Promise<AccountId> {
  await store.names.reserve(emailKey(photographer.email), photographer.id)
  const user: User = { kind: 'user', ...photographer, passwordHash: null, createdAt: clock.now() }
  await store.streams.commit(personEntry(user, 1, { type: 'demo:user' }, user.createdAt))
  return ensureAccount(store, { user: (await loadUser(store, user.id)) ?? user, studio, demo: true })
}

async function ensureGallery(deps: DemoDeps, account: AccountId): Promise<void> {
  if (await deps.galleries.state(gallery)) return
  const [{ id, name }] = scenes
  const now = deps.clock.now()
  await perform(deps, photographer.id, {
    type: 'gallery:create',
    gallery: {
      kind: 'gallery',
      id: gallery,
      account,
      parent: null,
      name: galleryName,
      status: 'online',
      private: true,
      feedback: 'collaborative',
      rights: {},
      cover: null,
      keys: 'lightroom',
      expiresAt: null,
      createdAt: now,
      createdBy: photographer.id,
    },
    scene: { kind: 'scene', id, name, order: 0, hiddenFor: [] },
  })
}

async function ensureScenes(deps: DemoDeps): Promise<void> {
  const state = await opened(deps)
  for (const [order, { id, name }] of scenes.entries()) {
    if (!state.scenes.has(id)) await perform(deps, photographer.id, { type: 'scene:add', id, name, order })
  }
  const hiddenFor = (await opened(deps)).scenes.get(stillLife)?.hiddenFor ?? []
  if (hiddenFor.length === 0) await perform(deps, photographer.id, { type: 'scene:change', id: stillLife, hiddenFor: [...guests] })
}

async function ensurePhotos(deps: DemoDeps, photos: readonly DemoPhoto[]): Promise<void> {
  const state = await opened(deps)
  const missing = photos.filter(({ id }) => !state.photos.has(id))
  const announced = missing.map(({ id, scene, cameraName, order }) => ({ id, scene, cameraName, order }))
  if (announced.length > 0) await perform(deps, photographer.id, { type: 'photo:add', photos: announced })
  const now = await opened(deps)
  const waiting = photos.filter(({ id }) => now.photos.get(id)?.state === 'waiting')
  if (waiting.length > 0) deps.say(`Making the sizes of ${waiting.length} photographs, a few seconds …`)
  mkdirSync(deps.staging, { recursive: true })
  for (const photo of waiting) {
    const path = join(deps.staging, photo.cameraName)
    copyFileSync(photo.path, path)
    const accepted = await deps.ingest.accept({ gallery, photo: photo.id, person: photographer.id, path })
    if (!accepted.ok) throw new Error(`the demo's ${photo.cameraName} was refused: ${accepted.refusal.code}`)
  }
  await deps.ingest.idle()
}

async function ensureLinks(deps: DemoDeps): Promise<void> {
  const state = await opened(deps)
  for (const { id, who, role, welcomes, scenes: granted } of links) {
    if (state.links.has(id)) continue
    // By the server itself: it alone may make a main client's link that every browser can open.
    await perform(deps, null, {
      type: 'link:add',
      id,
      code: null,
      label: `Demo: ${who}`,
      binding: 'open',
      email: null,
      welcomes,
      expiresAt: null,
      role,
      scenes: granted === 'all' ? granted : [...granted],
      photos: null,
      rights: {},
      feedback: null,
      alwaysOnline: false,
    } satisfies GalleryCommand)
  }
}

/** Whoever hides a photo is named beside it: the photographer is known to the gallery before. */
async function enterPhotographer(deps: DemoDeps): Promise<void> {
  if ((await opened(deps)).guests.has(photographer.id)) return
  const { id: person, name } = photographer
  await perform(deps, null, { type: 'guest:enter', person, name, email: null, staff: true, link: null, grant: firstGrant })
}

async function hideSome(deps: DemoDeps, photos: readonly DemoPhoto[]): Promise<void> {
  const state = await opened(deps)
  const names: readonly string[] = hidden
  const toHide = photos.filter(({ id, cameraName }) => names.includes(cameraName) && !state.photos.get(id)?.hidden)
  if (toHide.length > 0) await perform(deps, photographer.id, { type: 'photo:hide', photos: toHide.map(({ id }) => id) })
}

async function opened({ galleries }: DemoDeps): Promise<GalleryState> {
  const state = await galleries.state(gallery)
  if (!state) throw new Error('the demo gallery is gone')
  return state
}

async function perform({ galleries }: DemoDeps, by: UserId | null, command: AnyCommand): Promise<void> {
  const done = await galleries.perform({ gallery, by, commandId: null, command })
  if (!done.ok) throw new Error(`the demo's ${command.type} was refused: ${done.refusal.code} ${done.refusal.detail ?? ''}`)
}
