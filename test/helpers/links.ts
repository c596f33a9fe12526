/** Links made by the server's own hand, for tests that are about something else. */
import type { ClientRole, Rights } from '../../common/gallery/model.ts'
import type { GalleryId, LinkId, PersonId } from '../../common/ids.ts'
import type { TestServer } from './server.ts'

export interface Inviting {
  readonly gallery: GalleryId
  readonly by: PersonId
  readonly role: ClientRole
  readonly rights?: Partial<Rights>
}

/** A link that the first browser may keep. Returns its token. */
export async function linkFor(server: TestServer, { gallery, by, role, rights = {} }: Inviting): Promise<string> {
  const id = server.dice.id('link') as LinkId
  const terms = { role, scenes: 'all', photos: null, rights, feedback: null, alwaysOnline: false } as const
  const asks = { code: null, label: '', binding: 'first', email: null, welcomes: null, expiresAt: null } as const
  const made = await server.galleries.perform({ gallery, by, commandId: null, command: { type: 'link:add', id, ...asks, ...terms } })
  if (!made.ok) throw new Error(`no link: ${made.refusal.code}`)
  return (await server.galleries.state(gallery))?.links.get(id)?.token ?? ''
}
