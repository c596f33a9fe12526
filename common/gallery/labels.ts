/** What the five colours are called in a studio. A colour without a name of its own goes by the word for it. */
import { z } from 'zod'
import { type Label, labels } from '../sheet/shape.ts'

export type LabelNames = Readonly<Partial<Record<Label, string>>>

/** Characters: a word or two, so that it stands beside its dot. */
export const labelNameLength = 40

const name = z.string().trim().max(labelNameLength)

/** Every colour at once; an empty name takes the name away. */
export const labelNames = z.strictObject({ red: name, yellow: name, green: name, blue: name, purple: name }).partial().transform(withNames)

function withNames(given: Partial<Record<Label, string | undefined>>): LabelNames {
  return Object.fromEntries(labels.flatMap((label) => (given[label] ? [[label, given[label]]] : [])))
}
