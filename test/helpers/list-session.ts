/** What people do with lists in a random session: the studio asks and reminds, clients keep their own, pick and send. */
import { type PhotoId, parseSheetId, type SelectionId, sheetIdOf } from '../../common/ids.ts'
import { seesList, seesPhoto, shares } from './byte-oracle.ts'
import type { Session } from './byte-session.ts'
import { id, link, photo, visitor } from './gallery-house.ts'
import type { SocketClient } from './socket-client.ts'

const list = (n: number) => id<SelectionId>('selection', n)

export async function listStep(session: Session, kind: 'list' | 'pick' | 'send'): Promise<void> {
  if (kind === 'list') await (session.random(3) === 0 ? remind(session) : add(session))
  else await fill(session, kind)
}

async function add(session: Session): Promise<void> {
  const { world, clients } = session
  const n = world.lists.length + 1
  const token = `list-name-${n}-`
  const base = { type: 'selection:add', id: list(n), name: token, order: n } as const
  const owner = session.one([null, null, 1, 2, 3])
  if (owner !== null) {
    if (!clients[owner]?.socket.connected) return
    world.lists.push({ n, token, roles: [], links: [], persons: [], owner })
    await clients[owner]?.do({ ...base, request: null })
    return
  }
  const roles = session.one([[], ['mainClient'], ['invited'], ['guestLink', 'invited']] as const)
  const links = session.one([[], [], [1], [3]] as const)
  const persons = roles.length + links.length > 0 ? session.one([[], [2]] as const) : session.one([[1], [3], [4]] as const)
  world.lists.push({ n, token, roles, links, persons, owner: null })
  const who = { roles: [...roles], links: links.map(link), persons: persons.map(visitor) }
  await clients[0]?.do({ ...base, request: { min: 0, max: session.one([null, 2]), deadline: null, closes: false, note: token, who } })
}

async function remind(session: Session): Promise<void> {
  const { world, clients } = session
  const asked = world.lists.filter(({ owner }) => owner === null)
  if (asked.length === 0) return
  const { n, token } = session.one(asked)
  await clients[0]?.do({ type: 'selection:remind', id: list(n), note: `again ${token}` })
}

async function fill(session: Session, kind: 'pick' | 'send'): Promise<void> {
  const { world, clients } = session
  const person = session.one(world.people)
  const client = clients[person.n]
  const seen = world.lists.filter((one) => seesList(world, person, one))
  if (person.n === 0 || !client?.socket.connected || seen.length === 0) return
  const { n } = session.one(seen)
  const shared = shares(world, person)
  if (kind === 'send') {
    const token = `note-${world.notes.length + 1}-`
    world.notes.push({ token, list: n, audience: shared ? 'shared' : person.n })
    await client.do({ type: 'selection:submit', id: list(n), photos: [...picked(client, n, shared)], note: token })
    return
  }
  const number = 1 + session.random(9)
  if (!seesPhoto(world, person, number)) return
  if (shared) world.writers.set(number, new Set([...(world.writers.get(number) ?? []), person.n]))
  const sheet = sheetIdOf(photo(number), shared ? 'shared' : `person:${client.person}`)
  await client.write(sheet, { type: session.random(3) > 0 ? 'pick:add' : 'pick:remove', selection: list(n) })
}

function picked(client: SocketClient, n: number, shared: boolean): ReadonlySet<PhotoId> {
  const photos = new Set<PhotoId>()
  for (const sheet of client.sheets.keys()) {
    const place = parseSheetId(sheet)
    if (!place || place.audience !== (shared ? 'shared' : `person:${client.person}`) || !client.sees(`photo:${place.photo}`)) continue
    if (Object.keys(client.content(sheet)?.picks ?? {}).some((key) => key.startsWith(list(n)))) photos.add(place.photo)
  }
  return photos
}
