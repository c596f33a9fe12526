import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { askedIn } from '../../../../client/studio/palette/asked.ts'
import { bestOf, fitOf, frameFit, partsOf } from '../../../../client/studio/palette/matching.ts'
import { folded, wordsIn } from '../../../../common/gallery/find-words.ts'

const names = ['Harvest supper', 'The late harvest', 'Postharvest', 'Ärzte im Haus', 'PRF_0041.jpg', 'DSC00412.jpg']
const found = (typed: string) => bestOf(names, (name) => fitOf(folded(name), wordsIn(typed)), 9)
const bold = (text: string, typed: string) =>
  partsOf(text, wordsIn(typed))
    .map(({ text: part, hit }) => (hit ? `[${part}]` : part))
    .join('')

test('[PAL-1] words in any order, case and accents aside; the start of a text before the start of a word before the middle of one', () => {
  expect(found('harv')).toEqual(['Harvest supper', 'The late harvest', 'Postharvest'])
  expect(found('supper HARV')).toEqual(['Harvest supper'])
  expect(found('arzte')).toEqual(['Ärzte im Haus'])
  expect(found('41')).toEqual(['PRF_0041.jpg', 'DSC00412.jpg'])
  expect(found('harvest snow')).toEqual([])
  expect(found('')).toEqual(names)
})

const word = fc.string({ unit: fc.constantFrom('a', 'ä', 'B', 'e', '1', 'ﬁ', 'e\u0301', 'ß'), minLength: 1, maxLength: 4 })
const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))

test('[PAL-1] a text fits exactly if it holds every word, in whichever order and however they are written', () => {
  fc.assert(
    fc.property(text, fc.array(word, { maxLength: 3 }), (of, typed) => {
      const words = wordsIn(typed.join(' '))
      const fit = fitOf(folded(of), words)
      expect(fit !== null).toBe(words.every((one) => folded(of).includes(one)))
      expect(fitOf(folded(of), wordsIn(typed.toReversed().join(' ').toUpperCase().normalize('NFD')))).toBe(
        fitOf(folded(of), wordsIn(typed.join(' ').toUpperCase())),
      )
      expect(fitOf(folded(of), [...words].reverse())).toBe(fit)
    }),
  )
})

test('[PAL-2] of however many no more are listed than there is room for: the best, of equals the first', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(6))), fc.nat(8), (fits, most) => {
      const all = fits.map((fit, at) => ({ fit, at }))
      const sorted = all.filter(({ fit }) => fit !== null).sort((a, b) => Number(a.fit) - Number(b.fit) || a.at - b.at)
      expect(bestOf(all, ({ fit }) => fit, most)).toEqual(sorted.slice(0, most))
    }),
  )
})

test('[PAL-3] what was found is marked as it is written, and nothing of the text is lost', () => {
  expect(bold('Harvest supper', 'supp harv')).toBe('[Harv]est [supp]er')
  expect(bold('Ärzte', 'arz')).toBe('[Ärz]te')
  expect(bold('A\u0308rzte', 'a')).toBe('[A\u0308]rzte')
  expect(bold('The ﬁnest', 'fi')).toBe('The [ﬁ]nest')
  expect(bold('aaaa', 'aa a')).toBe('[aa]aa')
  fc.assert(
    fc.property(text, fc.array(word, { maxLength: 3 }), (of, typed) => {
      const words = wordsIn(typed.join(' '))
      const parts = partsOf(of, words)
      expect(parts.map((part) => part.text).join('')).toBe(of)
      const marked = folded(parts.flatMap((part) => (part.hit ? part.text : [])).join(' '))
      if (fitOf(folded(of), words.slice(0, 1)) !== null) expect(marked).toContain(words[0] ?? '')
    }),
  )
})

test('[PAL-4] a frame is found by its number, with or without the noughts before it', () => {
  const numbers = ['0004', '0041', '0410', '0104', '1041']
  const frames = (asked: string) => bestOf(numbers, (number) => frameFit(number, asked), 9)
  expect(frames('41')).toEqual(['0041', '0410', '1041'])
  expect(frames('0041')).toEqual(['0041', '0410'])
  expect(frames('')).toEqual(numbers)
  expect(frames('x')).toEqual([])
})

test('[PAL-5] a sign before the words asks for one kind of thing alone, where that kind is', () => {
  const kinds = (typed: string) => askedIn(typed, ['>', '@', '#'])
  expect(kinds('> move Harv')).toEqual({ kind: 'commands', text: 'move Harv', words: ['move', 'harv'] })
  expect(kinds('@Mara').kind).toBe('people')
  expect(kinds(' #41')).toEqual({ kind: 'frames', text: '41', words: ['41'] })
  expect(kinds('Mara@home')).toEqual({ kind: 'all', text: 'Mara@home', words: ['mara@home'] })
  expect(askedIn('@Mara', ['>'])).toEqual({ kind: 'all', text: '@Mara', words: ['@mara'] })
})
