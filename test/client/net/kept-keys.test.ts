import { beforeEach, expect, jest, test } from '@jest/globals'
import type { LiveSocket } from '../../../client/net/connection.ts'
import { keepKeys, keptKeys, keysFollow, listenForKeys, onKeys } from '../../../client/net/kept-keys.ts'
import { forgetWho } from '../../../client/net/who.ts'
import type { KeyWishes } from '../../../common/key-wishes.ts'

const wishes = (key: string): KeyWishes => ({ laid: { lightroom: { pick: key }, simple: {} }, advance: false })
type Answer = (answer: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) => void

/** The end of a wire by hand. */
class Wire {
  connected = true
  readonly said: { readonly wishes: KeyWishes; readonly answer: Answer }[] = []
  readonly #listeners = new Map<string, (told?: unknown) => void>()
  on(event: string, listener: (told?: unknown) => void): void {
    this.#listeners.set(event, listener)
  }
  emit(_: string, said: KeyWishes, answer: Answer): void {
    this.said.push({ wishes: said, answer })
  }
  hear(kept: KeyWishes | null): void {
    this.connected = true
    this.#listeners.get('me:keys')?.({ kept })
  }
  break(): void {
    this.connected = false
    this.#listeners.get('disconnect')?.()
  }
}

let wire: Wire
beforeEach(() => {
  localStorage.clear()
  wire = new Wire()
  listenForKeys(wire as unknown as LiveSocket)
})
const kept = (): unknown => JSON.parse(keptKeys() ?? 'null')

test('[MARK-11] who does not sign in keeps keys in the browser, and who signs in finds the account’s, and brings them where it has none', () => {
  const heard = jest.fn()
  onKeys(heard)
  keepKeys(wishes('x'))
  expect([kept(), keysFollow(), wire.said.length]).toEqual([wishes('x'), false, 0])
  wire.hear(null)
  expect([keysFollow(), wire.said[0]?.wishes]).toEqual([true, wishes('x')])
  wire.said[0]?.answer({ ok: true })
  wire.hear(wishes('q'))
  expect(kept()).toEqual(wishes('q'))
  expect(heard.mock.calls.length).toBeGreaterThan(2)
  forgetWho()
  expect([kept(), keysFollow()]).toEqual([wishes('x'), false])
})

test('[MARK-12] keys laid without a connection count at once, win over what the server still has, and are told with the next', () => {
  wire.hear(wishes('a'))
  wire.break()
  keepKeys(wishes('b'))
  expect([kept(), wire.said.length]).toEqual([wishes('b'), 0])
  wire.hear(wishes('a'))
  expect([kept(), wire.said.map((one) => one.wishes)]).toEqual([wishes('b'), [wishes('b')]])
  keepKeys(wishes('c'))
  expect(wire.said).toHaveLength(1)
  wire.said[0]?.answer({ ok: true })
  expect(wire.said.at(-1)?.wishes).toEqual(wishes('c'))
  wire.hear(wishes('b'))
  expect(kept()).toEqual(wishes('c'))
  wire.said.at(-1)?.answer({ ok: false, refusal: { code: 'retry' } })
  wire.break()
  wire.hear(wishes('b'))
  expect(wire.said).toHaveLength(3)
  wire.said.at(-1)?.answer({ ok: true })
  wire.hear(wishes('d'))
  expect(kept()).toEqual(wishes('d'))
})
