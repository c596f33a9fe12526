/** What a key means to whoever draws. Pure; whether it may is asked elsewhere. */
import type { Keys, Pairs } from '../../common/key-wishes.ts'
import type { Place } from '../../common/sheet/shape.ts'
import { keyOf, toolOn } from '../keyboard/key-map.ts'
import type { KeyScheme } from '../keyboard/keys.ts'
import { pairsNow } from '../keyboard/pairs.ts'
import type { DrawTool } from './kit.ts'

export type DrawAct =
  | { readonly type: 'enter' | 'leave' | 'delete' | 'duplicate' }
  | { readonly type: 'tool'; readonly tool: DrawTool }
  | { readonly type: 'nudge'; readonly by: Place }

const ways: Readonly<Record<string, Place>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

interface Stroke {
  /** As it was pressed: letters in small. */
  readonly key: string
  readonly command: boolean
  readonly alt: boolean
}
/** Where keys lie now. */
interface Keyboard {
  readonly scheme: KeyScheme
  readonly laid: Keys
  readonly pairs: Pairs
}

export function drawAct({ key, command, alt }: Stroke, drawing: boolean, { scheme, laid, pairs }: Keyboard): DrawAct | null {
  const enters = key === keyOf(scheme, laid, 'draw')
  if (alt) return null
  if (command) return drawing && key === pairsNow(pairs).duplicate ? { type: 'duplicate' } : null
  if (!drawing) return enters ? { type: 'enter' } : null
  if (key === 'Escape' || enters) return { type: 'leave' }
  if (key === 'Delete' || key === 'Backspace') return { type: 'delete' }
  const by = ways[key]
  if (by) return { type: 'nudge', by }
  const tool = toolOn(scheme, laid, key)
  return tool && { type: 'tool', tool }
}
