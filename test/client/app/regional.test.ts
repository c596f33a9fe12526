import { describe, expect, test } from '@jest/globals'
import { regional } from '../../../client/app/regional.ts'

describe('dates and numbers', () => {
  test('[LOOK-1] are written as where the reader lives, in the language of the messages', () => {
    expect(regional('en', ['de-AT', 'en-GB', 'en'])).toBe('en-GB')
    expect(regional('de', ['de-CH', 'de', 'en-US'])).toBe('de-CH')
    const day = new Date(2026, 10, 30)
    const written = (locale: string) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(day)
    expect(written(regional('en', ['en-GB']))).toBe('30 November')
    expect(written(regional('en', ['en-US']))).toBe('November 30')
  })

  test('[LOOK-1] are of the language alone where no region is told, or none that is known', () => {
    expect(regional('en', ['en', 'fr-FR'])).toBe('en')
    expect(regional('en', ['en-US@posix'])).toBe('en')
    expect(regional('de', [])).toBe('de')
  })
})
