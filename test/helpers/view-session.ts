/** Saved views in a random session: everyone's own, the team's, and some for everyone that name scenes and people. */
import type { ViewId } from '../../common/ids.ts'
import type { Session } from './byte-session.ts'
import { id, scene, visitor } from './gallery-house.ts'

export async function viewStep(session: Session): Promise<void> {
  const { world, clients } = session
  const by = session.one(world.people)
  if (!clients[by.n]?.socket.connected) return
  const circle = by.role === 'staff' ? session.one(['me', 'team', 'everyone', 'everyone'] as const) : 'me'
  const [of, person] = [session.one([null, 1, 2, 3]), session.one([null, null, 1, 2, 3, 4])]
  const n = world.views.length + 1
  const view = { token: `view-name-${n}-`, circle, by: by.n, scene: of, person }
  world.views.push(view)
  const pairs: [string, string][] = []
  if (of !== null) pairs.push(['scene', scene(of)])
  if (person !== null) pairs.push(['person', visitor(person)])
  await clients[by.n]?.do({ type: 'view:save', id: id<ViewId>('view', n), name: view.token, pairs, circle })
}
