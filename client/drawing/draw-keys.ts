/** What a key means to whoever draws. Pure; whether it may is asked elsewhere. */
import type { Place } from '../../common/sheet/shape.ts'
import { type DrawTool, drawTools } from './kit.ts'

export type DrawAct =
  | { readonly type: 'enter' | 'leave' | 'delete' | 'duplicate' }
  | { readonly type: 'tool'; readonly tool: DrawTool }
  | { readonly type: 'nudge'; readonly by: Place }

const ways: Readonly<Record<string, Place>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

interface Stroke {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

export function drawAct({ key, ctrlKey, metaKey, altKey }: Stroke, drawing: boolean): DrawAct | null {
  const command = ctrlKey || metaKey
  if (altKey) return null
  if (command) return drawing && key.toLowerCase() === 'd' ? { type: 'duplicate' } : null
  if (!drawing) return key.toLowerCase() === 'd' ? { type: 'enter' } : null
  if (key === 'Escape' || key.toLowerCase() === 'd') return { type: 'leave' }
  if (key === 'Delete' || key === 'Backspace') return { type: 'delete' }
  const by = ways[key]
  if (by) return { type: 'nudge', by }
  const chosen = drawTools.find((one) => one.key === key.toUpperCase())
  return chosen ? { type: 'tool', tool: chosen.tool } : null
}
