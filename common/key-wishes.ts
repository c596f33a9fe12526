/** Keys laid elsewhere and habits of a hand, as they are kept for a person. What they come to: `client/keyboard/key-map`. */
import { z } from 'zod'

const marking = ['pick', 'reject', 'unflag', 'favourite', 'clear'] as const
const colours = ['red', 'yellow', 'green', 'blue', 'purple'] as const
const stars = ['stars0', 'stars1', 'stars2', 'stars3', 'stars4', 'stars5'] as const
const going = ['choose', 'loupe', 'grid', 'compare', 'survey', 'zoom', 'comment', 'panels', 'full', 'larger', 'smaller', 'help'] as const
/** Of photos that lie side by side. */
const beside = ['swap', 'together', 'drop'] as const
/** Of the tools one draws with, by their names. */
export const toolKeys = ['select', 'pen', 'highlight', 'line', 'arrow', 'rectangle', 'ellipse', 'text', 'pin'] as const
/** These mean the same whether one draws or not. */
export const steadyKeys = ['draw', 'laser'] as const

const keyNames = [...marking, ...colours, ...stars, ...going, ...beside, ...toolKeys, ...steadyKeys] as const
/** What can be laid on another key. */
export type KeyName = (typeof keyNames)[number]
export type Keys = Readonly<Partial<Record<KeyName, string>>>

/** Held together with Ctrl or Cmd. */
export const pairNames = ['palette', 'undo', 'all', 'duplicate'] as const
export type PairName = (typeof pairNames)[number]
export type Pairs = Readonly<Partial<Record<PairName, string>>>

/** A key by its name as browsers say it; the longest is one that no keyboard has. */
const key = z.string().min(1).max(12)
const keys = z.partialRecord(z.enum(keyNames), key)

export const keyWishes = z.strictObject({
  laid: z.strictObject({ lightroom: keys, simple: keys }),
  /** Letters held with Ctrl or Cmd, in both schemes. */
  pairs: z.partialRecord(z.enum(pairNames), z.string().regex(/^[a-z]$/)).exactOptional(),
  /** A mark always goes on to the next photo. */
  advance: z.boolean(),
  /** Letters, digits and signs do nothing on their own, for whoever dictates or slips: WCAG 2.1.4. */
  quiet: z.boolean().exactOptional(),
})
export interface KeyWishes {
  readonly laid: { readonly lightroom: Keys; readonly simple: Keys }
  readonly pairs?: Pairs
  readonly advance: boolean
  readonly quiet?: boolean
}
