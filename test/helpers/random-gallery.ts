/** Random commands on a small gallery, for properties of the pure parts. Ids are few, so that commands meet. */
import fc from 'fast-check'
import type { AnyCommand } from '../../common/gallery/commands.ts'
import { decide } from '../../common/gallery/decide.ts'
import {
  type Change,
  clientRoles,
  type FeedbackMode,
  type GalleryRecord,
  type GalleryState,
  type RightName,
  rightNames,
  type Terms,
} from '../../common/gallery/model.ts'
import { isSessionCommand } from '../../common/gallery/session-commands.ts'
import { apply } from '../../common/gallery/state.ts'
import type { Audience, PersonId, PhotoId } from '../../common/ids.ts'
import { anySessionCommand } from './random-session.ts'
import { anyViewCommand } from './random-views.ts'
import {
  gallery,
  grant,
  grantIdOf,
  guest,
  link,
  linkIdOf,
  noCapture,
  photographer,
  photoIdOf,
  scene,
  sceneIdOf,
  selectionIdOf,
  stateWith,
  versionIdOf,
  viewerOf,
  visitorIdOf,
} from './sample-gallery.ts'

export const photoCount = 6
export const visitorCount = 4

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const numbers = (count: number) => fc.integer({ min: 1, max: count })
const sceneIds = numbers(3).map(sceneIdOf)
const photoIds = numbers(photoCount).map(photoIdOf)
const linkIds = numbers(4).map(linkIdOf)
const somePhotos = fc.uniqueArray(photoIds, { minLength: 1, maxLength: 3 })
const role = oneOf(...clientRoles)
const feedback = oneOf('private' as const, 'clientTeam' as const, 'collaborative' as const)
const rights = fc.dictionary(oneOf<RightName>(...rightNames), oneOf('none' as const, 'view' as const, 'edit' as const), { maxKeys: 2 })
const time = fc.option(fc.integer({ min: 1, max: 60 }), { freq: 2 })

const linkFields = {
  label: oneOf('Press', 'Family'),
  binding: oneOf('open' as const, 'open' as const, 'first' as const),
  email: fc.constant(null),
  welcomes: fc.constant(null),
  expiresAt: time,
  role,
  scenes: fc.oneof(fc.constant('all' as const), fc.uniqueArray(sceneIds, { maxLength: 2 })),
  photos: fc.option(fc.uniqueArray(photoIds, { maxLength: 3 })),
  rights,
  feedback: fc.option(feedback),
  alwaysOnline: fc.boolean(),
}
const announced = fc.record({
  id: photoIds,
  scene: sceneIds,
  cameraName: numbers(9).map((n) => `IMG_${n}.jpg`),
  order: fc.integer({ min: 0, max: 9 }),
})
const picture = {
  photo: photoIds,
  version: numbers(8).map(versionIdOf),
  width: fc.constant(30),
  height: fc.constant(20),
  capture: fc.constant(noCapture),
}

const selectionIds = numbers(3).map(selectionIdOf)
const audiences = oneOf<Audience>('shared', `person:${visitorIdOf(1)}`, `person:${visitorIdOf(2)}`)
const request = fc.record({
  min: fc.integer({ min: 0, max: 1 }),
  max: oneOf(null, 2, 3),
  deadline: time,
  closes: fc.boolean(),
  note: fc.constant(''),
  who: fc.record({
    roles: fc.uniqueArray(role, { maxLength: 3 }),
    links: fc.uniqueArray(linkIds, { maxLength: 1 }),
    persons: fc.uniqueArray(numbers(visitorCount).map(visitorIdOf), { maxLength: 1 }),
  }),
})

const type = <Type extends AnyCommand['type']>(value: Type) => fc.constant(value)
const optional = { requiredKeys: ['type'] as ['type'] }

/** Every command but `gallery:create`, likely and unlikely ones. */
export const anyCommand: fc.Arbitrary<AnyCommand> = fc.oneof(
  fc.record(
    {
      type: type('gallery:change'),
      status: oneOf('online' as const, 'online' as const, 'online' as const, 'offline' as const),
      private: fc.boolean(),
      feedback,
      rights: fc.dictionary(role, rights, { maxKeys: 1 }),
      cover: fc.option(photoIds),
      expiresAt: time,
    },
    optional,
  ),
  fc.record({ type: type('scene:add'), id: sceneIds, name: oneOf('North', 'South'), order: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ type: type('scene:change'), id: sceneIds, hiddenFor: fc.uniqueArray(role, { maxLength: 3 }) }),
  fc.record({ type: type('scene:remove'), id: sceneIds, moveTo: sceneIds }),
  fc.record({ type: type('photo:add'), photos: fc.array(announced, { minLength: 1, maxLength: 3 }) }),
  fc.record({ type: type('photo:move'), photos: somePhotos, scene: sceneIds, order: fc.double({ min: 0, max: 9, noNaN: true }) }),
  fc.record({ type: type('photo:remove'), photos: somePhotos }),
  fc.record({ type: oneOf('photo:hide' as const, 'photo:show' as const), photos: somePhotos }),
  fc.record({ type: type('link:add'), id: linkIds, code: fc.constant(null), ...linkFields }),
  fc.record({ type: type('link:change'), id: linkIds, ...linkFields }, { requiredKeys: ['type', 'id'] }),
  fc.record({ type: oneOf('link:release' as const, 'link:revoke' as const), id: linkIds }),
  fc.record({ type: type('grant:revoke'), id: numbers(8).map(grantIdOf) }),
  fc.record({
    type: type('guest:enter'),
    person: numbers(visitorCount).map(visitorIdOf),
    name: oneOf('Anna', 'Bob', 'Clara'),
    email: fc.constant(null),
    staff: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    link: fc.option(linkIds, { freq: 6 }),
    grant: numbers(8).map(grantIdOf),
  }),
  fc.record({ type: type('guest:rename'), person: numbers(visitorCount).map(visitorIdOf), name: oneOf('Dora', 'Emil') }),
  fc.record({ type: type('photo:kept'), ...picture, bytes: fc.constant(9), fileType: fc.constant('image/jpeg') }),
  fc.record({ type: type('photo:ready'), ...picture, thumbhash: oneOf('abc', 'def') }),
  fc.record({ type: type('photo:failed'), photo: photoIds, code: fc.constant('picture-broken' as const) }),
  fc.record({ type: type('gallery:expire') }),
  fc.record({ type: type('gallery:labels'), labels: fc.dictionary(oneOf('red' as const, 'blue' as const), oneOf('Out', 'Print')) }),
  anyViewCommand,
  anySessionCommand,
  fc.record({
    type: type('selection:add'),
    id: selectionIds,
    name: oneOf('Album', 'Cover'),
    order: numbers(3),
    request: fc.option(request),
  }),
  fc.record({ type: type('selection:change'), id: selectionIds, name: oneOf('Wall', 'Book'), request }, { requiredKeys: ['type', 'id'] }),
  fc.record({ type: type('selection:close'), id: selectionIds, closed: fc.boolean() }),
  fc.record({ type: type('selection:remind'), id: selectionIds, note: oneOf('Soon?', '') }),
  fc.record({ type: type('selection:remove'), id: selectionIds }),
  fc.record({ type: type('selection:submit'), id: selectionIds, photos: somePhotos, note: fc.constant('') }),
  fc.record({ type: type('selection:ask'), id: selectionIds }),
  fc.record({ type: type('selection:reopen'), id: selectionIds, audience: audiences }),
  fc.record({ type: type('pick:claim'), selection: selectionIds, audience: audiences, photo: photoIds }),
)

/** Whose act a command is taken to be: of what people do at the table, half are a visitor's. */
function actorOf(command: AnyCommand): PersonId {
  if (!isSessionCommand(command)) return photographer
  const n = Number(command.id.slice(2)) + (command.type === 'vote:cast' ? command.choice.length : 0)
  return n % 2 === 0 ? photographer : visitorIdOf(1 + (n % visitorCount))
}

/** A gallery in which something is there to be seen: photos ready in two scenes, links of several roles, people inside. */
const beginning: readonly AnyCommand[] = [
  {
    type: 'photo:add',
    photos: [1, 2, 3, 4].map((n) => ({ id: photoIdOf(n), scene: sceneIdOf(1 + (n % 2)), cameraName: `PRF_${n}.jpg`, order: n })),
  },
  ...[1, 2, 3, 4].flatMap((n): AnyCommand[] => {
    const made = { photo: photoIdOf(n), version: versionIdOf(n), width: 30, height: 20, capture: noCapture }
    return [
      { type: 'photo:kept', ...made, bytes: 9, fileType: 'image/jpeg' },
      { type: 'photo:ready', ...made, thumbhash: 'abc' },
    ]
  }),
]

interface Start {
  readonly private: boolean
  readonly feedback: FeedbackMode
  readonly terms: readonly Terms[]
}

/** One visitor for each of the terms: two through links, the others by grants of their own. */
const startOf = ({ private: doors, feedback: mode, terms }: Start): GalleryState => {
  const people = terms.flatMap((one, index): readonly GalleryRecord[] => {
    const [n, person] = [index + 1, visitorIdOf(index + 1)]
    const viaLink = n <= 2
    const held = grant(n, { link: viaLink ? linkIdOf(n) : null, terms: viaLink ? null : one, termsAcceptedAt: 0 })
    return viaLink ? [link(n, one), held, guest(person)] : [held, guest(person)]
  })
  const studio = guest(photographer, { staff: true })
  const first = stateWith(gallery({ feedback: mode, private: doors }), scene(1), scene(2), studio, ...people)
  return beginning.reduce((state, command) => apply(state, changesOf(state, command, 0)), first)
}

const anyTerms: fc.Arbitrary<Terms> = fc.record({
  role,
  scenes: linkFields.scenes,
  photos: fc.uniqueArray(numbers(4).map(photoIdOf), { maxLength: 3 }),
  rights,
  feedback: linkFields.feedback,
  alwaysOnline: fc.boolean(),
})
export const starts: fc.Arbitrary<GalleryState> = fc
  .record({ private: fc.boolean(), feedback, terms: fc.array(anyTerms, { minLength: visitorCount, maxLength: visitorCount }) })
  .map(startOf)

/** What the server itself may do with a command, or one of the visitors with what only they do: its changes, or none when it is refused. */
export function changesOf(state: GalleryState, command: AnyCommand, at: number): readonly Change[] {
  const by = isTheirs(command) ? visitorIdOf(1 + (at % visitorCount)) : actorOf(command)
  const viewer = isTheirs(command) ? viewerOf(state, by, at) : null
  const picked = new Set(command.type === 'selection:submit' ? command.photos : [])
  const list = { node: 'test', picked, free: new Set<PhotoId>() }
  const decided = decide({ state, viewer, by, command, at, secret: `token-${at}`, codeHash: null, list })
  return decided.ok ? decided.value : []
}

function isTheirs(command: AnyCommand): boolean {
  if (command.type === 'selection:add') return command.request === null
  if (command.type === 'view:save') return command.circle === 'me'
  return command.type === 'selection:submit' || command.type === 'selection:ask' || command.type === 'pick:claim'
}

/** Each step at its own second. */
export const commandRows = fc.array(anyCommand, { minLength: 1, maxLength: 15 })
