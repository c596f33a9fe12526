import { beforeEach, expect, test } from '@jest/globals'
import { wish } from '../../../client/keyboard/key-wishes.ts'
import { keyAct } from '../../../client/keyboard/keys.ts'
import { busy } from '../../../client/keyboard/use-keys.ts'

beforeEach(() => {
  localStorage.clear()
  document.body.innerHTML = '<main><button>Photo</button></main>'
})

function heeded(key: string, more: KeyboardEventInit = {}): boolean {
  let heard = false
  const listen = (event: KeyboardEvent) => {
    heard = !busy(event)
  }
  document.addEventListener('keydown', listen)
  document.querySelector('button')?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  document.removeEventListener('keydown', listen)
  return heard
}

test('[KEY-7] single letters, digits and signs can be switched off; what no voice and no slip types still counts, and leads back', () => {
  const single = ['p', 'P', '5', '?', '/', '+']
  const others = ['ArrowLeft', 'Escape', 'Enter', ' ', 'Delete', 'F10']
  expect([...single, ...others].filter((key) => !heeded(key))).toEqual([])
  wish({ quiet: true })
  expect(single.filter((key) => heeded(key))).toEqual([])
  expect(others.filter((key) => !heeded(key))).toEqual([])
  expect(heeded('/', { ctrlKey: true }) && heeded('z', { metaKey: true })).toBe(true)
  expect(keyAct({ key: '/', code: '', shift: false, command: true, alt: false, caps: false }, 'lightroom')).toEqual({ type: 'help' })
  wish({ quiet: false })
  expect(single.filter((key) => !heeded(key))).toEqual([])
})
