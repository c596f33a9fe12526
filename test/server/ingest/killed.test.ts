import { rm } from 'node:fs/promises'
import { afterAll, describe, expect, test } from '@jest/globals'
import type { GalleryId, IdKind, PhotoId, SceneId } from '../../../common/ids.ts'
import { type Me, routes } from '../../../common/protocol/http.ts'
import type { SeenPhoto } from '../../../common/visibility/seen.ts'
import { systemDice } from '../../../server/dice.ts'
import { jpegOf, scene as picture, temporaryFolder } from '../../fixtures/pictures.ts'
import { Browser } from '../../helpers/browser.ts'
import { connectLive } from '../../helpers/live-client.ts'
import { freePort, type Process, startProcess } from '../../helpers/process.ts'
import { send } from '../../helpers/upload.ts'

const id = <T extends string>(kind: IdKind): T => systemDice.id(kind) as T
const running: Process[] = []
let folder = ''
afterAll(async () => {
  for (const process of running) await process.stop('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

async function start(): Promise<Process> {
  const process = startProcess({ PORT: String(await freePort()), PROOFROOM_DATA: folder }, ['--empty'])
  running.push(process)
  await process.until(/running/)
  return process
}

async function photosSeen(url: string, cookie: string, gallery: GalleryId): Promise<readonly SeenPhoto[]> {
  const live = await connectLive(url, cookie)
  const joined = await live.join(gallery)
  live.close()
  if (!joined.ok) throw new Error(joined.refusal.code)
  return (joined.snapshot ?? []).filter((record) => record.kind === 'photo')
}

describe('killed in the middle', () => {
  test('[UPL-12] every upload that was accepted becomes ready after the next start, and the rest can be sent again', async () => {
    folder = await temporaryFolder()
    const first = await start()
    const browser = new Browser(first.url)
    const me = await browser.post<Me>(
      routes.signUp,
      { email: 'jonas@example.com', password: 'correct horse battery', name: 'Jonas', studio: 'Studio' },
      201,
    )
    const gallery = id<GalleryId>('gallery')
    const scene = id<SceneId>('scene')
    await browser.post(routes.galleries, { id: gallery, account: me.accounts[0]?.id, name: 'G', scene, sceneName: 'All' }, 201)
    const photos = Array.from({ length: 8 }, (_, order) => ({ id: id<PhotoId>('photo'), scene, cameraName: `DSC_${order}.jpg`, order }))
    const live = await connectLive(first.url, browser.cookie)
    await live.do(gallery, { type: 'photo:add', photos })
    live.close()

    const bytes = await jpegOf(picture(3000, 2000))
    const sendTo = (url: string, photo: PhotoId) =>
      send({ url, cookie: browser.cookie, gallery, photo, bytes }).catch(() => ({ status: 0 }))
    const under = photos.map(async (photo) => ({ photo: photo.id, accepted: (await sendTo(first.url, photo.id)).status === 204 }))
    await Promise.race(under)
    await first.stop('SIGKILL')
    const accepted = (await Promise.all(under)).filter((one) => one.accepted).map(({ photo }) => photo)
    expect(accepted.length).toBeGreaterThan(0)

    const second = await start()
    const states = async () => new Map((await photosSeen(second.url, browser.cookie, gallery)).map((photo) => [photo.id, photo.state]))
    for (let seen = await states(); accepted.some((photo) => seen.get(photo) === 'kept'); seen = await states()) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const after = await states()
    expect(accepted.map((photo) => after.get(photo))).toEqual(accepted.map(() => 'ready'))
    for (const { id: photo } of photos) if (after.get(photo) === 'waiting') expect((await sendTo(second.url, photo)).status).toBe(204)
  })
})
