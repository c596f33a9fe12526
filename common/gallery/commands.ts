/** What can be asked of a gallery, as zod schemas: the only way scenes, photos, links and grants change. */
import { z } from 'zod'
import {
  type Audience,
  type GrantId,
  galleryId,
  grantId,
  type LinkId,
  linkId,
  type PersonId,
  type PhotoId,
  parseAudience,
  personId,
  photoId,
  type SelectionId,
  sceneId,
  selectionId,
  type VersionId,
} from '../ids.ts'
import { cameraNameLength, nameLength, noteLength, photosPerCommand, photosPerList, scenesPerGallery } from '../limits.ts'
import type { RefusalCode } from '../refusals.ts'
import type { LabelNames } from './labels.ts'
import { type Capture, clientRoles, type Gallery, rightNames, type Scene } from './model.ts'
import { viewCommands } from './saved-view.ts'
import { sessionCommands } from './session-commands.ts'

const name = z.string().trim().min(1).max(nameLength)
const role = z.enum(clientRoles)
const level = z.enum(['none', 'view', 'edit'])
const rights = z.partialRecord(z.enum(rightNames), level)
const feedback = z.enum(['private', 'clientTeam', 'collaborative'])
const time = z.number().int().nonnegative().max(8.64e15)
const order = z.number().finite()
const photos = z.array(photoId).min(1).max(photosPerCommand)
const email = z.email().max(254)

const terms = {
  role,
  scenes: z.union([z.literal('all'), z.array(sceneId).max(scenesPerGallery)]),
  photos: z.array(photoId).max(photosPerCommand).nullable(),
  rights,
  feedback: feedback.nullable(),
  alwaysOnline: z.boolean(),
}
const linkFields = {
  label: z.string().trim().max(nameLength),
  binding: z.enum(['open', 'first', 'email']),
  email: email.nullable(),
  welcomes: name.nullable(),
  expiresAt: time.nullable(),
  ...terms,
}

const note = z.string().trim().max(noteLength)
const audience = z.custom<Audience>((value) => typeof value === 'string' && parseAudience(value) !== null, { message: 'not an audience' })
/** Whom a request is for is named by somebody: nobody asked is no request. */
const who = z
  .strictObject({
    roles: z.array(role).max(clientRoles.length),
    links: z.array(linkId).max(50),
    persons: z.array(personId).max(50),
  })
  .refine(({ roles, links, persons }) => roles.length + links.length + persons.length > 0, { message: 'nobody is asked' })
const request = z
  .strictObject({
    min: z.int().min(0).max(photosPerList),
    max: z.int().min(1).max(photosPerList).nullable(),
    deadline: time.nullable(),
    closes: z.boolean(),
    note,
    who,
  })
  .refine(({ min, max }) => max === null || min <= max, { message: 'more at least than at most' })

/** Commands people send. `link:add` carries the access code in clear; the server replaces it by its hash before it is kept. */
export const galleryCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('gallery:change'),
    name: name.optional(),
    status: z.enum(['draft', 'online', 'offline', 'expired', 'archived']).optional(),
    private: z.boolean().optional(),
    feedback: feedback.optional(),
    rights: z.partialRecord(role, rights).optional(),
    cover: photoId.nullable().optional(),
    keys: z.enum(['lightroom', 'simple']).optional(),
    expiresAt: time.nullable().optional(),
    parent: galleryId.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('scene:add'), id: sceneId, name, order }),
  z.strictObject({
    type: z.literal('scene:change'),
    id: sceneId,
    name: name.optional(),
    order: order.optional(),
    hiddenFor: z.array(role).max(clientRoles.length).optional(),
  }),
  z.strictObject({ type: z.literal('scene:remove'), id: sceneId, moveTo: sceneId }),
  z.strictObject({
    type: z.literal('photo:add'),
    photos: z
      .array(z.strictObject({ id: photoId, scene: sceneId, cameraName: z.string().min(1).max(cameraNameLength), order }))
      .min(1)
      .max(photosPerCommand),
  }),
  z.strictObject({ type: z.literal('photo:move'), photos, scene: sceneId, order: order.optional() }),
  z.strictObject({ type: z.literal('photo:remove'), photos }),
  z.strictObject({ type: z.literal('photo:hide'), photos }),
  z.strictObject({ type: z.literal('photo:show'), photos }),
  z.strictObject({ type: z.literal('link:add'), id: linkId, code: z.string().min(4).max(64).nullable(), ...linkFields }),
  z.strictObject({
    type: z.literal('link:change'),
    id: linkId,
    code: z.string().min(4).max(64).nullable().optional(),
    ...z.object(linkFields).partial().shape,
  }),
  z.strictObject({ type: z.literal('link:release'), id: linkId }),
  z.strictObject({ type: z.literal('link:revoke'), id: linkId }),
  z.strictObject({ type: z.literal('grant:revoke'), id: grantId }),
  ...sessionCommands,
  z.strictObject({ type: z.literal('selection:add'), id: selectionId, name, order, request: request.nullable() }),
  z.strictObject({
    type: z.literal('selection:change'),
    id: selectionId,
    name: name.optional(),
    order: order.optional(),
    request: request.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('selection:close'), id: selectionId, closed: z.boolean() }),
  z.strictObject({ type: z.literal('selection:remind'), id: selectionId, note }),
  z.strictObject({ type: z.literal('selection:remove'), id: selectionId }),
  /** `photos`: what the sender sees in the list, in the order they want. */
  z.strictObject({ type: z.literal('selection:submit'), id: selectionId, photos: z.array(photoId).max(photosPerList), note }),
  z.strictObject({ type: z.literal('selection:ask'), id: selectionId }),
  z.strictObject({ type: z.literal('selection:reopen'), id: selectionId, audience }),
  ...viewCommands,
])
export type GalleryCommand = z.infer<typeof galleryCommand>

/** Commands only the server's own parts give: never parsed from outside. */
export type SystemCommand =
  | { readonly type: 'gallery:create'; readonly gallery: Gallery; readonly scene: Scene }
  | {
      readonly type: 'guest:enter'
      readonly person: PersonId
      readonly name: string
      readonly email: string | null
      readonly staff: boolean
      readonly link: LinkId | null
      readonly grant: GrantId
    }
  /** A vendor took note of the terms; they hold for `termsDays`. */
  | { readonly type: 'terms:accept'; readonly person: PersonId; readonly grant: GrantId }
  | { readonly type: 'guest:rename'; readonly person: PersonId; readonly name: string }
  /** Before a client's first word on a shared sheet is taken. */
  | { readonly type: 'guest:wrote'; readonly person: PersonId }
  | {
      readonly type: 'photo:kept'
      /** The photo had a file before: this is another version. Second in the kept text, where history looks for it. */
      readonly again?: true
      readonly photo: PhotoId
      readonly version: VersionId
      readonly width: number
      readonly height: number
      readonly bytes: number
      readonly fileType: string
      readonly capture: Capture
    }
  | {
      readonly type: 'photo:ready'
      readonly photo: PhotoId
      readonly version: VersionId
      readonly width: number
      readonly height: number
      readonly thumbhash: string
      readonly capture: Capture
    }
  /** Without `version`, nothing was kept of what failed. */
  | { readonly type: 'photo:failed'; readonly photo: PhotoId; readonly version?: VersionId; readonly code: RefusalCode }
  /** Before a photo goes into a list that counts places; for whoever picks, so that their sight and rights count. */
  | { readonly type: 'pick:claim'; readonly selection: SelectionId; readonly audience: Audience; readonly photo: PhotoId }
  | { readonly type: 'gallery:expire' }
  /** The studio's names of the colours. */
  | { readonly type: 'gallery:labels'; readonly labels: LabelNames }

export type AnyCommand = GalleryCommand | SystemCommand
