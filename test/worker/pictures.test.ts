import { expect, test } from '@jest/globals'
import { Pictures } from '../../client/worker/pictures.ts'
import { Shell } from '../../client/worker/shell.ts'
import { SmallCaches } from '../helpers/small-caches.ts'

const origin = 'https://proof.example'
const url = (photo: string, gallery = 'g_1') => `${origin}/media/${gallery}/${photo}/ver_1/640`

function browser(caches = new SmallCaches()) {
  const world = { me: 'clara' as string | null, online: true, hidden: new Set<string>(), asked: 0, sent: [] as string[] }
  const lost = () => Promise.reject(new TypeError('no network'))
  const options = {
    caches: caches as unknown as CacheStorage,
    origin,
    most: 100,
    now: () => Date.now(),
    ask: async () => {
      world.asked++
      return world.online ? world.me : undefined
    },
    fetch: async (request: Request) => {
      if (!world.online) return lost()
      world.sent.push(request.url)
      if (world.hidden.has(request.url)) return new Response('', { status: 404 })
      return new Response('x'.repeat(30), { headers: { etag: '"ver_1-640"', 'cache-control': 'private, no-cache' } })
    },
  }
  const pictures = new Pictures(options)
  const get = async (at: string, worker = pictures): Promise<number> => {
    const work: Promise<unknown>[] = []
    const answer = await worker.answer(new Request(at), (more) => work.push(more))
    await Promise.all(work)
    return answer.type === 'error' ? 0 : answer.status
  }
  return { world, caches, pictures, get, again: () => new Pictures(options) }
}

test('[FLIGHT-11] a visited picture opens without a connection; with one it is asked for each time', async () => {
  const { world, get, again } = browser()
  expect(await get(url('p_1'))).toBe(200)
  expect(await get(url('p_1'))).toBe(200)
  expect(world.sent).toHaveLength(2)
  world.online = false
  expect(await get(url('p_1'))).toBe(200)
  expect(await get(url('p_2'))).toBe(0)
  expect(await get(url('p_1'), again())).toBe(200)
})

test('[FLIGHT-11] a picture the server refuses is refused, dropped, and stays so without a connection', async () => {
  const { world, caches, get } = browser()
  await get(url('p_1'))
  world.hidden.add(url('p_1'))
  expect(await get(url('p_1'))).toBe(404)
  world.online = false
  expect(await get(url('p_1'))).toBe(0)
  expect(caches.pictures()).toEqual([])
})

test('[FLIGHT-13] pictures are kept for whom the server says this browser is; somebody else finds and leaves none of them', async () => {
  const { world, caches, pictures, get } = browser()
  await get(url('p_1'))
  expect(caches.pictures()).toEqual([`proofroom-pictures-clara ${url('p_1')}`])
  pictures.unsure()
  world.online = false
  expect(await get(url('p_1'))).toBe(0)
  world.online = true
  world.me = 'noah'
  await get(url('p_2'))
  expect(caches.pictures()).toEqual([`proofroom-pictures-noah ${url('p_2')}`])
  await pictures.claims('clara')
  expect(caches.pictures()).toEqual([`proofroom-pictures-noah ${url('p_2')}`])
  world.me = null
  await pictures.claims('')
  expect(caches.pictures()).toEqual([])
  await get(url('p_3'))
  expect(caches.pictures()).toEqual([])
})

test('[FLIGHT-13] what was fetched as one person is never kept for the next', async () => {
  const { world, caches, pictures } = browser()
  const work: Promise<unknown>[] = []
  const answer = pictures.answer(new Request(url('p_1')), (more) => work.push(more))
  pictures.unsure()
  world.me = 'noah'
  await answer
  await Promise.all(work)
  expect(caches.pictures()).toEqual([])
})

test('[FLIGHT-6] photos that left sight, and galleries that are shared no more, leave the cache', async () => {
  const { caches, pictures, get } = browser()
  for (const at of [url('p_1'), url('p_2'), url('p_3', 'g_2')]) await get(at)
  await pictures.forget(({ photo }) => photo === 'p_1')
  await pictures.forget(({ gallery }) => gallery === 'g_2')
  expect(caches.pictures()).toEqual([`proofroom-pictures-clara ${url('p_2')}`])
})

test('[FLIGHT-12] more than may be kept is not kept, also after the worker was stopped', async () => {
  const { caches, get, again } = browser()
  for (const n of [1, 2, 3]) await get(url(`p_${n}`))
  await get(url('p_1'))
  await get(url('p_4'), again())
  expect(caches.pictures().map((line) => line.slice(-13, -10))).toHaveLength(3)
  expect(caches.pictures()).not.toContain(`proofroom-pictures-clara ${url('p_2')}`)
})

test('[FLIGHT-14] a new build serves whole, the one before stays for pages that are open, older ones go', async () => {
  const caches = new SmallCaches()
  const shellOf = (build: string) => new Shell({ caches: caches as unknown as CacheStorage, build, files: ['/'] })
  for (const build of ['one', 'two', 'three']) {
    const cache = await caches.open(`proofroom-shell-${build}`)
    await cache.put('/', new Response(`page of ${build}`))
    await cache.put(`/assets/${build}.js`, new Response(build))
    await shellOf(build).activate()
  }
  const lost = () => Promise.reject(new TypeError('no network'))
  const shell = shellOf('three')
  expect((await caches.keys()).filter((name) => name.startsWith('proofroom-shell-'))).toEqual([
    'proofroom-shell-two',
    'proofroom-shell-three',
  ])
  expect(await (await shell.page(new Request(`${origin}/g/g_1`), lost)).text()).toBe('page of three')
  expect(await (await shell.page(new Request(`${origin}/g/g_1`), async () => new Response('down', { status: 502 }))).text()).toBe(
    'page of three',
  )
  expect(await (await shell.page(new Request(`${origin}/g/g_1`), async () => new Response('newer'))).text()).toBe('newer')
  expect(await (await shell.part(new Request(`${origin}/assets/two.js`), lost)).text()).toBe('two')
})
