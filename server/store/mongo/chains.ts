/**
 * A value that changes by adding its next version: inserting (chain, rev) is the change, so of two writers one wins on every kind of
 * server. The newest version is never removed, older ones are.
 */
import { insertedOnce } from './faults.ts'
import type { LinkRow, Models } from './schema.ts'

export interface Chain<Value> {
  readonly name: string
  /** What it is listed under. */
  readonly group: string
  readonly start: Value
  /** The next value, or null to leave it. May be asked several times. */
  readonly change: (value: Value) => Value | null
}

/** Changes a value. Returns what it became, or null if `change` left it. */
export async function changeChain<Value>({ links }: Models, chain: Chain<Value>): Promise<Value | null> {
  for (;;) {
    const before = await newestOf(links, chain.name)
    const next = chain.change(before ? JSON.parse(before.value) : chain.start)
    if (next === null) return null
    const rev = (before?.rev ?? 0) + 1
    const link = { _id: `${chain.name}#${rev}`, chain: chain.name, group: chain.group, rev, value: JSON.stringify(next) }
    if (!(await insertedOnce(() => links.create(link)))) continue
    // With a later version there, this one may have filled a place that was used and cleared: then it does not count, so change that one.
    if ((await newestOf(links, chain.name))?.rev !== rev) continue
    await links.deleteMany({ chain: chain.name, rev: { $lt: rev } })
    return next
  }
}

/** Values of a group as JSON text, one for each chain. */
export async function chainsOf({ links }: Models, group: string): Promise<readonly string[]> {
  const newest = new Map<string, string>()
  for (const link of await links.find({ group }).sort({ chain: 1, rev: 1 }).lean()) newest.set(link.chain, link.value)
  return [...newest.values()]
}

const newestOf = (links: Models['links'], chain: string): Promise<LinkRow | null> =>
  links.findOne({ chain }).sort({ rev: -1 }).lean().exec()
