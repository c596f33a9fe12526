/** Galleries and links for the browser flows that are about something else: made by the server's own hand, without picture files. */
import type { Page } from 'playwright-core'
import { newId } from '../../client/net/new-id.ts'
import type { GalleryCommand } from '../../common/gallery/commands.ts'
import type { DecisionId, GalleryId, LinkId, PhotoId, SelectionId, SessionId } from '../../common/ids.ts'
import type { Photographer, TestServer } from '../helpers/server.ts'

export interface LinkAsks {
  readonly role?: 'mainClient' | 'guestLink' | 'vendor'
  readonly binding?: 'open' | 'first' | 'email'
  readonly email?: string
  /** A set of its own: scenes count no more. */
  readonly photos?: readonly PhotoId[]
  readonly code?: string
  /** Milliseconds since 1970. */
  readonly expiresAt?: number
}

export interface MadeLink {
  readonly id: LinkId
  readonly url: string
}

export async function command(server: TestServer, by: Photographer, at: { gallery: GalleryId; command: GalleryCommand }): Promise<void> {
  const done = await server.galleries.perform({ gallery: at.gallery, by: by.person, commandId: null, command: at.command })
  if (!done.ok) throw new Error(`${at.command.type}: ${done.refusal.code}`)
}

export async function linkTo(server: TestServer, by: Photographer, gallery: GalleryId, asks: LinkAsks = {}): Promise<MadeLink> {
  const id = newId<LinkId>('link')
  const { role = 'guestLink', binding = 'open', email = null, code = null, expiresAt = null, photos } = asks
  const terms = {
    role,
    scenes: photos ? [] : 'all',
    photos: photos ? [...photos] : null,
    rights: {},
    feedback: null,
    alwaysOnline: false,
  } satisfies Partial<GalleryCommand>
  await command(server, by, {
    gallery,
    command: { type: 'link:add', id, code, label: 'A link', binding, email, welcomes: null, expiresAt, ...terms },
  })
  return { id, url: `${server.url}/l/${(await server.galleries.state(gallery))?.links.get(id)?.token}` }
}

/** A list the studio fills by itself. */
export async function listOfStudio(server: TestServer, owner: Photographer, gallery: GalleryId): Promise<SelectionId> {
  const id = newId<SelectionId>('selection')
  await command(server, owner, { gallery, command: { type: 'selection:add', id, name: 'Ours', order: 2, request: null } })
  return id
}

/** A session in which one thing was decided, and which is over. */
export async function decided(server: TestServer, owner: Photographer, at: { gallery: GalleryId; photo: PhotoId }): Promise<void> {
  const session = newId<SessionId>('session')
  const decision = { id: newId<DecisionId>('decision'), photo: at.photo, verdict: 'kept' as const, note: 'For the cover' }
  for (const one of [
    { type: 'session:start', id: session },
    { type: 'decision:add', ...decision },
    { type: 'session:end', id: session },
  ] as const)
    await command(server, owner, { gallery: at.gallery, command: one })
}

/** The page's browser is from now on whoever has this cookie. */
export async function become(page: Page, server: TestServer, cookie: string): Promise<void> {
  const cookies = cookie.split('; ').map((pair) => {
    const cut = pair.indexOf('=')
    return { name: pair.slice(0, cut), value: pair.slice(cut + 1), url: server.url }
  })
  await page.context().addCookies(cookies)
}
