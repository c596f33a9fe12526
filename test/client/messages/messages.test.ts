import { describe, expect, test } from '@jest/globals'
import { IntlMessageFormat } from 'intl-messageformat'
import { de } from '../../../client/messages/de.ts'
import { en } from '../../../client/messages/en.ts'

const english: Readonly<Record<string, string>> = en
const german: Readonly<Record<string, string>> = de

/** Names of all values a message asks for, also inside plurals. */
function asked(message: string, locale: string): readonly string[] {
  const names = new Set<string>()
  const walk = (parts: readonly { readonly type: number }[]) => {
    for (const part of parts) {
      if ('value' in part && typeof part.value === 'string' && part.type !== 0) names.add(part.value)
      if ('options' in part)
        for (const option of Object.values(part.options as Record<string, { value: { type: number }[] }>)) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(message, locale).getAst())
  return [...names].sort()
}

describe('languages', () => {
  test('[SAY-1] English and German say the same things', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort())
  })

  test('[SAY-2] every message can be read, and both languages ask for the same values', () => {
    for (const key of Object.keys(english)) expect(asked(german[key] ?? '', 'de')).toEqual(asked(english[key] ?? '', 'en'))
  })
})
