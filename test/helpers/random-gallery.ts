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
import type { PersonId } from '../../common/ids.ts'
import { anySessionCommand } from './random-session.ts'
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
  stateWith,
  versionIdOf,
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
  anySessionCommand,
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

/** What the server itself may do with a command: its changes, or none when it is refused. */
export function changesOf(state: GalleryState, command: AnyCommand, at: number): readonly Change[] {
  const decided = decide({ state, viewer: null, by: actorOf(command), command, at, secret: `token-${at}`, codeHash: null })
  return decided.ok ? decided.value : []
}

/** Each step at its own second. */
export const commandRows = fc.array(anyCommand, { minLength: 1, maxLength: 15 })
