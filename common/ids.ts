/** Branded ids. Every id is a prefix, an underscore and 20 characters of `A-Za-z0-9`; clients mint the ids of what they make. */
import { z } from 'zod'

type Brand<Name extends string> = string & { readonly __brand: Name }

export type AccountId = Brand<'account'>
export type UserId = Brand<'user'>
export type VisitorId = Brand<'visitor'>
/** Somebody who acts: a user who signed in, or a visitor known by a cookie. */
export type PersonId = UserId | VisitorId
export type GalleryId = Brand<'gallery'>
export type SceneId = Brand<'scene'>
export type PhotoId = Brand<'photo'>
export type VersionId = Brand<'version'>
export type GrantId = Brand<'grant'>
export type LinkId = Brand<'link'>
export type SelectionId = Brand<'selection'>
export type CommentId = Brand<'comment'>
export type DrawingId = Brand<'drawing'>
export type CommandId = Brand<'command'>
export type SessionId = Brand<'session'>
export type TopicId = Brand<'topic'>
export type VoteId = Brand<'vote'>
export type DecisionId = Brand<'decision'>
export type ViewId = Brand<'view'>

export const prefixes = {
  account: 'a',
  user: 'u',
  visitor: 'v',
  gallery: 'g',
  scene: 's',
  photo: 'p',
  version: 'f',
  grant: 'r',
  link: 'l',
  selection: 'q',
  comment: 'c',
  drawing: 'd',
  command: 'o',
  session: 'h',
  topic: 't',
  vote: 'b',
  decision: 'e',
  view: 'w',
} as const
export type IdKind = keyof typeof prefixes
export const idBodyLength = 20

const idOf = <T extends string>(kind: IdKind) =>
  z.custom<T>((value) => typeof value === 'string' && new RegExp(`^${prefixes[kind]}_[A-Za-z0-9]{${idBodyLength}}$`).test(value), {
    message: `not a ${kind} id`,
  })

export const accountId = idOf<AccountId>('account')
export const userId = idOf<UserId>('user')
export const visitorId = idOf<VisitorId>('visitor')
export const personId = z.custom<PersonId>((value) => typeof value === 'string' && /^[uv]_[A-Za-z0-9]{20}$/.test(value), {
  message: 'not a person id',
})
export const galleryId = idOf<GalleryId>('gallery')
export const sceneId = idOf<SceneId>('scene')
export const photoId = idOf<PhotoId>('photo')
export const versionId = idOf<VersionId>('version')
export const grantId = idOf<GrantId>('grant')
export const linkId = idOf<LinkId>('link')
export const selectionId = idOf<SelectionId>('selection')
export const commentId = idOf<CommentId>('comment')
export const drawingId = idOf<DrawingId>('drawing')
export const commandId = idOf<CommandId>('command')
export const sessionId = idOf<SessionId>('session')
export const topicId = idOf<TopicId>('topic')
export const voteId = idOf<VoteId>('vote')
export const decisionId = idOf<DecisionId>('decision')
export const viewId = idOf<ViewId>('view')

/** Who reads and writes a sheet together (domain: audiences). */
export type Audience = 'team' | 'shared' | `person:${PersonId}`
/** `<photo>/<audience>`: one proof sheet. */
export type SheetId = `${PhotoId}/${Audience}`

export const sheetIdOf = (photo: PhotoId, audience: Audience): SheetId => `${photo}/${audience}`

/** The two halves of a sheet id, or null if the text is not one. */
export function parseSheetId(text: string): { readonly photo: PhotoId; readonly audience: Audience } | null {
  const cut = text.indexOf('/')
  const photo = photoId.safeParse(text.slice(0, cut))
  const audience = parseAudience(text.slice(cut + 1))
  return photo.success && audience ? { photo: photo.data, audience } : null
}

/** An audience, or null if the text is not one. */
export function parseAudience(text: string): Audience | null {
  if (text === 'team' || text === 'shared') return text
  if (!text.startsWith('person:')) return null
  const person = personId.safeParse(text.slice('person:'.length))
  return person.success ? `person:${person.data}` : null
}

/** A stream: one history, one revision, one turn. */
export type StreamId = `gallery:${GalleryId}` | `account:${AccountId}` | `user:${PersonId}`
