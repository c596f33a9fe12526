import { expect, test } from '@jest/globals'
import { pathsOf, textOf } from './tree.ts'

const number = /\[([A-Z]+-\d+)\]/g
const numbersIn = (text: string): readonly string[] => [...text.matchAll(number)].flatMap(([, name]) => (name ? [name] : []))

const rules = textOf('docs/RULES.md')
  .split('\n')
  .filter((line) => line.startsWith('- ['))
  .flatMap((line) => numbersIn(line).slice(0, 1))
const tested = new Set(pathsOf(/^test\/.*\.(ts|tsx)$/).flatMap((path) => titlesIn(textOf(path)).flatMap(numbersIn)))

/** Every string that could be a title: numbers in comments prove nothing. */
function titlesIn(text: string): readonly string[] {
  return [...text.matchAll(/['"`](\[[A-Z]+-\d+\][^\n]*)/g)].flatMap(([, title]) => (title ? [title] : []))
}

test('there are rules, each with a number of its own', () => {
  expect(rules.length).toBeGreaterThan(0)
  expect(rules.filter((rule, place) => rules.indexOf(rule) !== place)).toEqual([])
})

test('every rule is named by a test', () => {
  expect(rules.filter((rule) => !tested.has(rule))).toEqual([])
})

test('every number that a test names is a rule', () => {
  expect([...tested].filter((name) => !rules.includes(name))).toEqual([])
})
