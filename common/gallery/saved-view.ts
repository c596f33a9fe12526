/** How a wall hangs, kept under a name: filter, order and whose marks are shown. */
import { z } from 'zod'
import { type PersonId, personId, type SceneId, type SelectionId, sceneId, selectionId, type ViewId, viewId } from '../ids.ts'
import { viewNameLength, viewTextLength } from '../limits.ts'
import { type Pairs, wallFrom, wallPairs } from './wall-address.ts'

export const viewCircles = ['me', 'team', 'everyone'] as const
/** Who finds it: whoever saved it alone, the studio's team, or everyone who sees all it names. */
export type ViewCircle = (typeof viewCircles)[number]

export interface SavedView {
  readonly kind: 'view'
  readonly id: ViewId
  readonly name: string
  readonly pairs: Pairs
  readonly circle: ViewCircle
  readonly by: PersonId
  readonly at: number
}

/** Only what a wall's address may hold is kept. */
const pairs = z
  .array(z.tuple([z.string().max(40), z.string().max(viewTextLength)]))
  .max(24)
  .transform((given) => wallPairs(wallFrom(given)))

export const viewCommands = [
  z.strictObject({
    type: z.literal('view:save'),
    id: viewId,
    name: z.string().trim().min(1).max(viewNameLength),
    pairs,
    circle: z.enum(viewCircles),
  }),
  z.strictObject({ type: z.literal('view:remove'), id: viewId }),
] as const

export type ViewCommand = z.infer<(typeof viewCommands)[number]>

export function isAboutViews(command: { readonly type: string }): command is ViewCommand {
  return command.type === 'view:save' || command.type === 'view:remove'
}

interface Named {
  readonly scenes: readonly SceneId[]
  readonly people: readonly PersonId[]
  readonly lists: readonly SelectionId[]
}

/** Scene, people and list a view speaks of. */
export function namedIn(given: Pairs): Named {
  const scenes: SceneId[] = []
  const people: PersonId[] = []
  const lists: SelectionId[] = []
  for (const [name, value] of given) {
    const scene = name === 'scene' ? sceneId.safeParse(value) : null
    const person = name === 'person' || name === 'whose' ? personId.safeParse(value) : null
    const list = name === 'list' ? selectionId.safeParse(value) : null
    if (list?.success) lists.push(list.data)
    if (scene?.success) scenes.push(scene.data)
    if (person?.success) people.push(person.data)
  }
  return { scenes, people, lists }
}
