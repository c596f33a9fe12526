import { expect, jest, test } from '@jest/globals'
import { Presence } from '../../../client/gallery/presence.ts'
import type { GalleryId, PersonId, PhotoId } from '../../../common/ids.ts'
import type { PresenceSay, PresenceState } from '../../../common/protocol/live.ts'

const gallery = 'g_00000000000000000001' as GalleryId
const [me, mara] = ['v_00000000000000000001' as PersonId, 'v_00000000000000000002' as PersonId]
const photo = (n: number) => `p_0000000000000000000${n}` as PhotoId
const state = (over: Partial<PresenceState>): PresenceState => ({
  seat: 's1',
  person: mara,
  name: 'Mara',
  staff: false,
  photo: photo(1),
  ...over,
})
const hear = (presence: Presence, over: Partial<PresenceState>) => presence.take({ gallery, changed: [state(over)], gone: [] })

test('[SESSION-14] pointers move without a change of who is here', () => {
  const presence = new Presence(gallery, () => undefined)
  let moved = 0
  presence.listen(() => moved++)
  expect(hear(presence, {})).toBe(true)
  const here = presence.here(me)
  expect(hear(presence, { pointer: [0.1, 0.2], rect: [0, 0, 0.5, 0.5] })).toBe(false)
  expect(presence.here(me)).toBe(here)
  expect(presence.all()[0]?.pointer).toEqual([0.1, 0.2])
  expect(moved).toBe(2)
  expect(hear(presence, { photo: photo(2) })).toBe(true)
  expect(presence.here(me)).toEqual([{ seat: 's1', person: mara, name: 'Mara', staff: false, photo: photo(2), side: null }])
  expect(presence.take({ gallery, changed: [], gone: ['s1'] })).toBe(true)
  expect(presence.here(me)).toEqual([])
})

test('[SESSION-14] own pages are not among those here, and whoever spoke last stands last', () => {
  const presence = new Presence(gallery, () => undefined)
  hear(presence, { seat: 's0', person: me })
  hear(presence, { seat: 's1' })
  hear(presence, { seat: 's2', photo: photo(2) })
  hear(presence, { seat: 's1', pointer: [0, 0] })
  expect(presence.all().map(({ seat }) => seat)).toEqual(['s0', 's2', 's1'])
  expect(presence.here(me).map(({ seat }) => seat)).toEqual(['s2', 's1'])
})

test('[SESSION-15] what lies side by side is said once and stays as it was heard', () => {
  const presence = new Presence(gallery, () => undefined)
  const side = { manner: 'compare', photos: [photo(1), photo(2)], dropped: [] } as const
  expect(hear(presence, { side })).toBe(true)
  expect(hear(presence, { pointer: [0.1, 0.2], on: photo(2) })).toBe(false)
  expect(presence.here(me)[0]?.side).toEqual(side)
  expect(hear(presence, { side: null })).toBe(true)
  expect(presence.here(me)[0]?.side).toBeNull()
})

test('[SESSION-15] a page says what lies side by side with every connection anew, and not with each word', () => {
  jest.useFakeTimers()
  const said: PresenceSay[] = []
  const presence = new Presence(gallery, (say) => said.push(say))
  const side = { manner: 'survey', photos: [photo(1), photo(2)], dropped: [] } as const
  presence.say({ photo: photo(1), side })
  jest.runAllTimers()
  presence.say({ pointer: [0.5, 0.5], side: { ...side } })
  jest.runAllTimers()
  presence.joined([])
  jest.runAllTimers()
  jest.useRealTimers()
  expect(said.map((one) => one.side)).toEqual([side, undefined, side])
})

test('[LIVE-56] a frame of everybody leaves nobody who went', () => {
  const presence = new Presence(gallery, () => undefined)
  hear(presence, { seat: 's1' })
  hear(presence, { seat: 's2' })
  expect(presence.take({ gallery, changed: [state({ seat: 's2' })], gone: [], whole: true })).toBe(true)
  expect(presence.all().map(({ seat }) => seat)).toEqual(['s2'])
})
