import { afterEach, expect, test } from '@jest/globals'
import { keepKeys, keptKeys } from '../../../client/net/kept-keys.ts'
import { ensureStorages, forgetHabits } from '../../../client/net/storages.ts'
import { forgetWho, isNow, lastWho } from '../../../client/net/who.ts'
import type { PersonId } from '../../../common/ids.ts'

const own = { localStorage: window.localStorage, sessionStorage: window.sessionStorage }
const { setItem } = Storage.prototype
const put = (name: keyof typeof own, get: () => Storage) => Object.defineProperty(window, name, { get, configurable: true })

afterEach(() => {
  Storage.prototype.setItem = setItem
  for (const name of ['localStorage', 'sessionStorage'] as const) put(name, () => own[name])
  own.localStorage.clear()
})

const clara = 'v_00000000000000000001' as PersonId
const wishes = { laid: { lightroom: {}, simple: {} }, advance: true }

test('[FLIGHT-31] where storages are shut, what pages would keep lasts as long as the page', () => {
  for (const name of ['localStorage', 'sessionStorage'] as const)
    put(name, () => {
      throw new DOMException('blocked', 'SecurityError')
    })
  ensureStorages()
  sessionStorage.setItem('wanted', '/g/1')
  expect(sessionStorage.getItem('wanted')).toBe('/g/1')
  isNow(clara)
  keepKeys(wishes)
  expect([lastWho(), JSON.parse(keptKeys() ?? '')]).toEqual([clara, wishes])
  forgetWho()
  expect(lastWho()).toBeNull()
})

test('[FLIGHT-31] where there is no room for more, what was kept is still known', () => {
  localStorage.setItem('proofroom:theme', 'dark')
  Storage.prototype.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  ensureStorages()
  localStorage.setItem('proofroom:language', 'de')
  expect([localStorage.getItem('proofroom:theme'), localStorage.getItem('proofroom:language')]).toEqual(['dark', 'de'])
  localStorage.removeItem('proofroom:theme')
  expect(Object.keys(localStorage)).toEqual(['proofroom:language'])
})

test('[FLIGHT-31] a browser that keeps things goes on keeping them', () => {
  ensureStorages()
  expect(window.localStorage).toBe(own.localStorage)
  expect(own.localStorage.length).toBe(0)
})

test('[AS-14] a page that only looks knows the habits of this browser and keeps none of its own', () => {
  localStorage.setItem('proofroom:language', 'de')
  localStorage.setItem('proofroom:theme', 'dark')
  forgetHabits()
  ensureStorages()
  expect([localStorage.getItem('proofroom:language'), localStorage.getItem('proofroom:theme')]).toEqual(['de', null])
  localStorage.setItem('proofroom:language', 'en')
  isNow(clara)
  keepKeys(wishes)
  expect([lastWho(), localStorage.getItem('proofroom:language')]).toEqual([clara, 'en'])
  expect({ ...own.localStorage }).toEqual({ 'proofroom:language': 'de', 'proofroom:theme': 'dark' })
})
