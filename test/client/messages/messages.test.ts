import { describe, expect, test } from '@jest/globals'
import { createIntl } from 'react-intl'
import { de } from '../../../client/messages/de.ts'
import { en } from '../../../client/messages/en.ts'

const english: Readonly<Record<string, string>> = en
const german: Readonly<Record<string, string>> = de

/** Names of the values a message asks for; what follows `one`, `other` or a number is a choice of a plural. */
const asked = (message: string) =>
  [...new Set([...message.matchAll(/(?<!(?:one|other|=\d+) )\{([a-z]\w*)(?=[,}])/g)].map(([, name]) => name ?? ''))].sort()

/** Throws when the message cannot be read. */
function say(messages: Readonly<Record<string, string>>, key: string, locale: string): string {
  const intl = createIntl({
    locale,
    messages,
    onError: (error) => {
      throw error
    },
  })
  const values = Object.fromEntries(asked(messages[key] ?? '').map((name) => [name, 2]))
  return String(intl.formatMessage({ id: key }, { ...values, b: (words: unknown) => words as string }))
}

describe('languages', () => {
  test('[SAY-1] English and German say the same things', () => {
    expect(Object.keys(german).sort()).toEqual(Object.keys(english).sort())
  })

  test('[SAY-2] every message can be read, and both languages ask for the same values', () => {
    for (const key of Object.keys(english)) {
      expect([key, asked(german[key] ?? '')]).toEqual([key, asked(english[key] ?? '')])
      expect(say(english, key, 'en')).not.toBe('')
      expect(say(german, key, 'de')).not.toBe('')
    }
  })
  test('[SAY-3] German addresses everybody alike', () => {
    const familiar = /(?<![a-zäöüß])(du|dich|dir|dein(e|en|em|er|es)?)(?![a-zäöüß])/i
    expect(Object.entries(german).filter(([, text]) => familiar.test(text))).toEqual([])
  })
})
