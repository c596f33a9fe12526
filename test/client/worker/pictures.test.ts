import { expect, test } from '@jest/globals'
import { askedOf, verdictOn } from '../../../client/worker/asked.ts'
import { Ledger } from '../../../client/worker/ledger.ts'

const origin = 'https://proof.example'
const asked = (path: string, method = 'GET', mode = 'no-cors') => askedOf({ url: origin + path, method, mode }, origin).type
const photo = '/media/g_1/p_1/ver_1'

test('[FLIGHT-10] the worker answers pages, parts and pictures, and leaves everything else to the network', () => {
  expect([asked('/g/g_1', 'GET', 'navigate'), asked('/l/secret', 'GET', 'navigate'), asked('/', 'GET', 'navigate')]).toEqual([
    'page',
    'page',
    'page',
  ])
  expect([asked('/assets/index-abc.js'), asked('/icon.svg')]).toEqual(['part', 'part'])
  expect([asked(`${photo}/640`), asked(`${photo}/tile/3/0/12`)]).toEqual(['picture', 'picture'])
  const left = [`${photo}/original`, `${photo}/640?download`, '/api/galleries', '/api/uploads', '/worker.js', '/yjs/x/y', '/metrics']
  expect(left.map((path) => asked(path))).toEqual(left.map(() => 'other'))
  expect(asked('/media/x', 'GET', 'navigate')).toBe('other')
  expect(asked('/api/me', 'POST')).toBe('other')
  expect(askedOf({ url: 'https://elsewhere.example/assets/a.js', method: 'GET', mode: 'cors' }, origin).type).toBe('other')
})

test('[FLIGHT-10] whatever may make this browser somebody else is noticed', () => {
  expect(asked('/api/me')).toBe('me')
  const ways = ['/api/sign-in', '/api/sign-up', '/api/sign-out', '/api/links/open', '/api/galleries/g_1/enter'].map((path) =>
    asked(path, 'POST'),
  )
  expect([...ways, asked('/sign-in/secret', 'GET', 'navigate')]).toEqual(Array(6).fill('entrance'))
})

test('[FLIGHT-11] with a connection the server decides: what it shows is kept, what it refuses is dropped', () => {
  expect(verdictOn(200, true)).toBe('keep')
  expect([verdictOn(200, false), verdictOn(206, false), verdictOn(304, true), verdictOn(500, true)]).toEqual(Array(4).fill('leave'))
  expect([401, 403, 404, 410].map((status) => verdictOn(status, true))).toEqual(Array(4).fill('drop'))
  expect([502, 503, 504].map((status) => verdictOn(status, true))).toEqual(Array(3).fill('away'))
})

test('[FLIGHT-12] what was looked at least recently makes room', () => {
  const ledger = new Ledger(100)
  for (const [n, url] of ['a', 'b', 'c'].entries()) expect(ledger.add({ url, bytes: 30, at: n })).toEqual([])
  ledger.looked('a', 10)
  expect(ledger.add({ url: 'd', bytes: 40, at: 11 })).toEqual(['b'])
  expect(ledger.add({ url: 'e', bytes: 101, at: 12 })).toEqual(['e'])
  expect(ledger.add({ url: 'f', bytes: 100, at: 13 })).toEqual(['c', 'a', 'd'])
  expect([ledger.bytes, ledger.all.map(({ url }) => url)]).toEqual([100, ['f']])
  expect(
    new Ledger(10, [
      { url: 'x', bytes: 5, at: 20_000 },
      { url: 'y', bytes: 5, at: 1 },
    ]).add({ url: 'z', bytes: 5, at: 3 }),
  ).toEqual(['x'])
})
