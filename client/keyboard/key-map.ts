/** Which key does what for one person: the scheme's own keys, and those they laid elsewhere. Pure. */
import type { KeyScheme, Stroke } from './keys.ts'

const marking = ['pick', 'reject', 'unflag', 'favourite'] as const
const colours = ['red', 'yellow', 'green', 'blue', 'purple'] as const
const going = ['choose', 'loupe', 'grid', 'compare', 'survey', 'zoom', 'comment', 'panels', 'full'] as const
const stars = ['stars0', 'stars1', 'stars2', 'stars3', 'stars4', 'stars5'] as const

/** What can be laid on another key. */
export type KeyName = (typeof marking)[number] | (typeof colours)[number] | (typeof going)[number] | (typeof stars)[number] | 'clear'
export type Keys = Readonly<Partial<Record<KeyName, string>>>

const common: Keys = {
  pick: 'p',
  reject: 'x',
  unflag: 'u',
  favourite: 'h',
  choose: 'b',
  loupe: 'e',
  grid: 'g',
  compare: 'c',
  survey: 'n',
  zoom: 'z',
  comment: 'm',
  panels: 'i',
  full: 'f',
}
/** A key no keyboard has: what has no key of its own can still be given one. */
const noKey = 'LabelPurple'

/** Every name a scheme knows, with the key it has unless somebody laid it elsewhere. */
export const schemeKeys: Readonly<Record<KeyScheme, Keys>> = {
  lightroom: {
    ...common,
    ...Object.fromEntries(stars.map((name, n) => [name, String(n)])),
    red: '6',
    yellow: '7',
    green: '8',
    blue: '9',
    purple: noKey,
  },
  simple: { ...common, green: '1', yellow: '2', red: '3', clear: '0' },
}

/** The keys as they are now. */
export const keysNow = (scheme: KeyScheme, laid: Keys): Keys => ({ ...schemeKeys[scheme], ...known(scheme, laid) })

/** How a key is written, or null for none. */
export const keyWords = (key: string | undefined): string | null => (key === undefined || key === noKey ? null : key.toUpperCase())

/** A key that may be laid: a letter, a digit or a sign that does nothing else. */
export const mayLay = (key: string): boolean => [...key].length === 1 && !/[\s?/+=\-sk]/i.test(key)

/** Lays a key; whoever had it takes the one that is given up, so that nothing is left without. */
export function lay(scheme: KeyScheme, laid: Keys, change: { readonly name: KeyName; readonly key: string }): Keys {
  const { name, key } = change
  const now = keysNow(scheme, laid)
  const before = now[name]
  if (!mayLay(key) || before === undefined || before === key) return laid
  const other = names(scheme).find((one) => now[one] === key)
  return { ...laid, [name]: key, ...(other ? { [other]: before } : {}) }
}

/** The stroke as the scheme would have it, or null where the key was laid elsewhere and nothing took its place. */
export function asInScheme(stroke: Stroke, scheme: KeyScheme, laid: Keys): Stroke | null {
  if (stroke.command || stroke.alt || Object.keys(laid).length === 0) return stroke
  const pressed = pressedKey(stroke)
  const now = keysNow(scheme, laid)
  const name = names(scheme).find((one) => now[one] === pressed)
  const own = name && schemeKeys[scheme][name]
  if (own !== undefined) return own === pressed ? stroke : { ...stroke, key: own, code: /^\d$/.test(own) ? `Digit${own}` : '' }
  return names(scheme).some((one) => schemeKeys[scheme][one] === pressed) ? null : stroke
}

/** Digits by their place, so that they stay digits with Shift held; letters in small. */
export function pressedKey({ key, code }: Pick<Stroke, 'key' | 'code'>): string {
  if (/^Digit\d$/.test(code)) return code.slice(5)
  return [...key].length === 1 ? key.toLowerCase() : key
}

/** What was kept, as far as it can be: nothing unknown, no key twice. */
export function known(scheme: KeyScheme, laid: unknown): Keys {
  if (typeof laid !== 'object' || laid === null) return {}
  const given = laid as Readonly<Record<string, unknown>>
  const kept: Partial<Record<KeyName, string>> = {}
  for (const name of names(scheme)) {
    const key = given[name]
    if (typeof key === 'string' && (mayLay(key) || key === noKey)) kept[name] = key
  }
  const now = Object.values({ ...schemeKeys[scheme], ...kept })
  return new Set(now).size === now.length ? kept : {}
}

const names = (scheme: KeyScheme): readonly KeyName[] => Object.keys(schemeKeys[scheme]) as KeyName[]
