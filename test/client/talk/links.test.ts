/** @jest-environment node */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { linksIn } from '../../../client/talk/links.ts'

const hrefs = (text: string) => linksIn(text).flatMap(({ href }) => href ?? [])

test('[TALK-26] addresses are found as they are written, without what ends the sentence or the bracket', () => {
  expect(hrefs('Like this: https://example.com/a?b=c&d=e#f, please.')).toEqual(['https://example.com/a?b=c&d=e#f'])
  expect(hrefs('(see http://example.com/x) and “https://example.org/y”!')).toEqual(['http://example.com/x', 'https://example.org/y'])
  expect(hrefs('https://en.wikipedia.org/wiki/Wax_(material)')).toEqual(['https://en.wikipedia.org/wiki/Wax_(material)'])
  expect(hrefs('https://münchen.example/ä https://example.com:8443/…')).toEqual(['https://münchen.example/ä', 'https://example.com:8443/'])
})

test('[TALK-26] nothing else becomes a link', () => {
  for (const text of [
    'javascript:alert(1)',
    'data:text/html,x',
    'xhttps://example.com',
    'https://',
    'http://[',
    'PRF_0012.jpg',
    'example.com',
    'mailto:a@b.c',
  ])
    expect([text, hrefs(text)]).toEqual([text, []])
})

test('[TALK-26] no word is lost, and whatever is a link begins with http', () => {
  const words = fc.array(
    fc.constantFrom('https://', 'http://a.b', ' ', '(', ')', '.', 'ü', '@Noor', '"', '\u200b', 'javascript:', '\n', '//'),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(words, (parts) => {
      const text = parts.join('')
      const pieces = linksIn(text)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      for (const { at, text: words, href } of pieces) {
        expect(text.slice(at, at + words.length)).toBe(words)
        if (href !== null) expect(href).toMatch(/^https?:\/\/\S+$/i)
      }
    }),
  )
})
