import { afterEach, describe, expect, test } from '@jest/globals'
import { glide } from '../../../client/ui/moves-less.ts'

const wishes = (less: boolean) =>
  Object.defineProperty(window, 'matchMedia', {
    configurable: true,
    value: (query: string) => ({ matches: less && query === '(prefers-reduced-motion: reduce)' }),
  })
afterEach(() => {
  Object.defineProperty(window, 'matchMedia', { configurable: true, value: undefined })
})

describe('less motion', () => {
  test('[REACH-17] whoever asks for less motion is taken there at once', () => {
    expect(glide()).toBe('smooth')
    wishes(true)
    expect(glide()).toBe('auto')
    wishes(false)
    expect(glide()).toBe('smooth')
  })
})
