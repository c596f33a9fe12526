/** What a key means: Lightroom's scheme, or the simple one for clients. Pure; whether it may is asked elsewhere. */
import type { Rights } from '../../common/gallery/model.ts'
import type { Flag, Label, Mark, Stars } from '../../common/sheet/shape.ts'

export type KeyScheme = 'lightroom' | 'simple'

export type MarkAct =
  | { readonly type: 'flag'; readonly flag: Flag | null }
  | { readonly type: 'label'; readonly label: Label }
  | { readonly type: 'stars'; readonly stars: Stars }
  | { readonly type: 'favourite' }
  | { readonly type: 'clear' }

export type KeyAct =
  /** `advance`: the next photo after it. */
  | { readonly type: 'mark'; readonly mark: MarkAct; readonly advance: boolean }
  | {
      readonly type:
        | 'grid'
        | 'choose'
        | 'loupe'
        | 'compare'
        | 'survey'
        | 'zoom'
        | 'larger'
        | 'smaller'
        | 'comment'
        | 'full'
        | 'panels'
        | 'help'
        | 'close'
        | 'undo'
        | 'redo'
        | 'left'
        | 'right'
        | 'up'
        | 'down'
        /** Out of a survey or a comparison. */
        | 'drop'
        | 'swap'
        /** Zoom and place of several pictures: together or apart. */
        | 'together'
        | 'first'
        | 'last'
    }

/** The parts of a keyboard event that count. */
export interface Stroke {
  readonly key: string
  /** Place of the key: digits stay digits with Shift held. */
  readonly code: string
  readonly shift: boolean
  /** Ctrl or Cmd. */
  readonly command: boolean
  readonly alt: boolean
  readonly caps: boolean
}

const labelKeys: Readonly<Record<string, Label>> = { 6: 'red', 7: 'yellow', 8: 'green', 9: 'blue', LabelPurple: 'purple' }
const simpleLabels: Readonly<Record<string, Label>> = { 1: 'green', 2: 'yellow', 3: 'red' }

const plain: Readonly<Record<string, Exclude<KeyAct['type'], 'mark'>>> = {
  b: 'choose',
  g: 'grid',
  e: 'loupe',
  c: 'compare',
  n: 'survey',
  s: 'swap',
  k: 'together',
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  Delete: 'drop',
  Backspace: 'drop',
  '/': 'drop',
  z: 'zoom',
  m: 'comment',
  f: 'full',
  i: 'panels',
  '?': 'help',
  Escape: 'close',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
}

/** With Ctrl or Cmd. */
const commands: Readonly<Record<string, 'redo' | 'help'>> = { y: 'redo', '/': 'help' }

export function keyAct(stroke: Stroke, scheme: KeyScheme): KeyAct | null {
  const key = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key
  if (stroke.alt) return null
  if (stroke.command) {
    const type = key === 'z' ? (stroke.shift ? 'redo' : 'undo') : commands[key]
    return type ? { type } : null
  }
  const mark = markOf(/^Digit\d$/.test(stroke.code) ? stroke.code.slice(5) : key, scheme)
  if (mark) return { type: 'mark', mark, advance: stroke.shift || stroke.caps }
  const type = plain[key]
  return type ? { type } : null
}

function markOf(key: string, scheme: KeyScheme): MarkAct | null {
  if (key === 'p') return { type: 'flag', flag: 'pick' }
  if (key === 'x') return { type: 'flag', flag: 'reject' }
  if (key === 'u') return { type: 'flag', flag: null }
  if (key === 'h') return { type: 'favourite' }
  if (scheme === 'simple') {
    const label = simpleLabels[key]
    if (label) return { type: 'label', label }
    return key === '0' ? { type: 'clear' } : null
  }
  const label = labelKeys[key]
  if (label) return { type: 'label', label }
  return /^[0-5]$/.test(key) ? { type: 'stars', stars: Number(key) as Stars } : null
}

/** What a mark changes on these photos, or null if nothing may. The same label again clears it; so does the heart, and a flag that all carry. */
export function patchOf(mark: MarkAct, marks: readonly Mark[], rights: Rights) {
  const all = (holds: (one: Mark) => boolean) => marks.length > 0 && marks.every(holds)
  const may = (right: 'flag' | 'label' | 'stars' | 'favourite') => rights[right] === 'edit'
  switch (mark.type) {
    case 'flag':
      return may('flag') ? { flag: mark.flag } : null
    case 'label':
      return may('label') ? { label: all(({ label }) => label === mark.label) ? null : mark.label } : null
    case 'stars':
      return may('stars') ? { stars: mark.stars } : null
    case 'favourite':
      return may('favourite') ? { favourite: !all(({ favourite }) => favourite) } : null
    case 'clear':
      return may('label') ? { label: null } : null
  }
}
