import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { TileShelf } from '../../../client/canvas/tile-shelf.ts'

const url = (photo: string, tile: number) => `/media/g/${photo}/v/tile/0/${tile}/0`
const urls = (photo: string, count: number) => Array.from({ length: count }, (_, i) => url(photo, i))

interface Asked {
  readonly url: string
  readonly signal: AbortSignal
  answer(status: number): void
}
let asked: Asked[] = []
const under = () => asked.filter(({ signal }) => !signal.aborted).map((one) => one.url)
const settle = async () => {
  for (let i = 0; i < 8; i++) await Promise.resolve()
}

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick'] })
  asked = []
  Object.assign(globalThis, {
    fetch: (address: string, { signal }: { signal: AbortSignal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')))
        const answer = (status: number) => {
          asked = asked.filter(({ url: one }) => one !== address)
          resolve({ ok: status === 200, status, blob: async () => ({}) })
        }
        asked.push({ url: address, signal, answer })
      }),
    createImageBitmap: async () => ({ width: 1024, height: 1024 }),
  })
})
afterEach(() => {
  jest.useRealTimers()
})

test('[FULL-18] until an original is cut one request waits for it; then four at a time, what is looked at first', async () => {
  const shelf = new TileShelf()
  const [view, ahead] = [{}, {}]
  shelf.want(ahead, { urls: urls('b', 3), ahead: true })
  shelf.want(view, { urls: urls('a', 8), ahead: false })
  expect(under()).toEqual([url('b', 0), url('a', 0)])
  asked.find((one) => one.url === url('a', 0))?.answer(200)
  await settle()
  expect(shelf.get(url('a', 0))).not.toBeNull()
  expect(shelf.changes()).toBe(1)
  expect(under()).toEqual([url('b', 0), url('a', 1), url('a', 2), url('a', 3)])
})

test('[FULL-19] what nobody wants any more is cancelled; what could not be had is asked for again, later if it is not there', async () => {
  const shelf = new TileShelf()
  const view = {}
  shelf.want(view, { urls: urls('a', 2), ahead: false })
  shelf.want(view, { urls: urls('c', 1), ahead: false })
  await settle()
  expect(under()).toEqual([url('c', 0)])
  asked.find((one) => one.url === url('c', 0))?.answer(429)
  await settle()
  expect(under()).toEqual([])
  jest.advanceTimersByTime(1_500)
  expect(under()).toEqual([url('c', 0)])
  asked.find((one) => one.url === url('c', 0))?.answer(404)
  await settle()
  jest.advanceTimersByTime(5_000)
  expect(under()).toEqual([])
  jest.advanceTimersByTime(12_000)
  expect(under()).toEqual([url('c', 0)])
  shelf.want(view, null)
  await settle()
  expect(under()).toEqual([])
})
