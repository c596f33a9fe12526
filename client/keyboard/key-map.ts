/** Which key does what for one person: the scheme's own keys, and those they laid elsewhere. Pure. */
import { type KeyName, type Keys, steadyKeys, toolKeys } from '../../common/key-wishes.ts'
import type { KeyScheme, Stroke } from './keys.ts'

const stars = ['stars0', 'stars1', 'stars2', 'stars3', 'stars4', 'stars5'] as const

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
  larger: '+',
  smaller: '-',
  help: '?',
  swap: 's',
  together: 'k',
  drop: '/',
  draw: 'd',
  laser: 'w',
  select: 'v',
  pen: 'b',
  highlight: 'h',
  line: 'l',
  arrow: 'a',
  rectangle: 'r',
  ellipse: 'o',
  text: 't',
  pin: 'm',
}
const tools: ReadonlySet<string> = new Set(toolKeys)
const steady: ReadonlySet<string> = new Set(steadyKeys)
/** Tools have their keys while one draws, all else while one does not; what is steady has its own at all times. */
const meet = (a: KeyName, b: KeyName): boolean => steady.has(a) || steady.has(b) || tools.has(a) === tools.has(b)
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
export const keysNow = (scheme: KeyScheme, laid: Keys): Keys => ({ ...schemeKeys[scheme], ...laid })

/** How a key is written, or null for none. */
export function keyWords(key: string | undefined): string | null {
  if (key === undefined || key === noKey) return null
  return key === '-' ? '−' : key.toUpperCase()
}

/** A key that may be laid: a letter, a digit or a sign. */
export const mayLay = (key: string): boolean => [...key].length === 1 && !/\s/.test(key)

/** Lays a key; whoever had it in the same mode takes the one that is given up, so that nothing is left without. */
export function lay(scheme: KeyScheme, laid: Keys, change: { readonly name: KeyName; readonly key: string }): Keys {
  const { name, key } = change
  const before = keysNow(scheme, laid)[name]
  if (!mayLay(key) || before === undefined || before === key) return laid
  return { ...laid, ...Object.fromEntries(traded(scheme, laid, change).map((one) => [one.name, one.key])) }
}

/** What moves when a key is laid, the asked one first: who has the key takes the one given up, and who is met there the other way round. */
export function traded(
  scheme: KeyScheme,
  laid: Keys,
  { name, key }: { readonly name: KeyName; readonly key: string },
): readonly { readonly name: KeyName; readonly key: string }[] {
  const now = keysNow(scheme, laid)
  const moves = [{ name, key }]
  for (const move of moves) {
    const left = now[move.name]
    const met = names(scheme).filter((one) => now[one] === move.key && meet(one, move.name) && !moves.some((other) => other.name === one))
    if (left !== undefined) moves.push(...met.map((one) => ({ name: one, key: left })))
  }
  return moves
}

/** The stroke as the scheme would have it, or null where the key was laid elsewhere and nothing took its place. */
export function asInScheme(stroke: Stroke, scheme: KeyScheme, laid: Keys): Stroke | null {
  if (stroke.command || stroke.alt || Object.keys(laid).length === 0) return stroke
  const pressed = pressedKey(stroke)
  const now = keysNow(scheme, laid)
  const plain = names(scheme).filter((one) => !tools.has(one))
  // Plus without Shift, where both are one key.
  const name = plain.find((one) => now[one] === pressed) ?? (pressed === '=' ? plain.find((one) => now[one] === '+') : undefined)
  const own = name && schemeKeys[scheme][name]
  if (own !== undefined) return own === pressed ? stroke : { ...stroke, key: own, code: /^\d$/.test(own) ? `Digit${own}` : '' }
  return pressed === '=' || plain.some((one) => schemeKeys[scheme][one] === pressed) ? null : stroke
}

/** Digits by their place, so that they stay digits with Shift held; letters in small. */
export function pressedKey({ key, code }: Pick<Stroke, 'key' | 'code'>): string {
  if (/^Digit\d$/.test(code)) return code.slice(5)
  return [...key].length === 1 ? key.toLowerCase() : key
}

/** What was kept, as far as it can be: nothing unknown, no key twice in one mode. */
export function known(scheme: KeyScheme, laid: unknown): Keys {
  if (typeof laid !== 'object' || laid === null) return {}
  const given = laid as Readonly<Record<string, unknown>>
  const kept = names(scheme).flatMap((name) => {
    const key = given[name]
    return typeof key === 'string' && (mayLay(key) || key === noKey) ? [{ name, key }] : []
  })
  const all: Keys = Object.fromEntries(kept.map(({ name, key }) => [name, key]))
  if (single(scheme, { ...schemeKeys[scheme], ...all })) return all
  // Kept before other keys could be laid: these give way, as if it was laid now.
  const relaid = kept.reduce((before, one) => lay(scheme, before, one), {} as Keys)
  return single(scheme, keysNow(scheme, relaid)) && kept.every(({ name, key }) => relaid[name] === key) ? relaid : {}
}

function single(scheme: KeyScheme, now: Keys): boolean {
  const all = names(scheme)
  return all.every((one, i) => all.slice(i + 1).every((other) => now[one] !== now[other] || !meet(one, other)))
}

/** Which key does one thing now. */
export const keyOf = (scheme: KeyScheme, laid: Keys, name: KeyName): string => keysNow(scheme, laid)[name] ?? ''

/** The tool a key chooses while one draws. */
export const toolOn = (scheme: KeyScheme, laid: Keys, pressed: string): (typeof toolKeys)[number] | null =>
  toolKeys.find((tool) => keyOf(scheme, laid, tool) === pressed) ?? null

const names = (scheme: KeyScheme): readonly KeyName[] => Object.keys(schemeKeys[scheme]) as KeyName[]
