import { describe, expect, test } from '@jest/globals'
import {
  addCommand,
  bindingsOf,
  changeCommand,
  emptyForm,
  formOf,
  mayGrant,
  modesOf,
  othersSee,
  withRight,
  withRole,
} from '../../../client/studio/share/share-form.ts'
import { runsOf, shownBy, stateOfSeen, termsHeld } from '../../../client/studio/share/sight.ts'
import { columnsOf } from '../../../client/studio/share/sight-row.tsx'
import { galleryCommand } from '../../../common/gallery/commands.ts'
import type { ClientRole, Terms } from '../../../common/gallery/model.ts'
import type { GalleryId, GrantId, LinkId, PersonId, PhotoId, SceneId } from '../../../common/ids.ts'
import { defaultRights } from '../../../common/visibility/rights.ts'
import type { SeenGallery, SeenLink, SeenPhoto, SeenScene } from '../../../common/visibility/seen.ts'

const id = <T extends string>(prefix: string, n: number) => `${prefix}_${String(n).padStart(20, '0')}` as T
const [outdoors, still] = [id<SceneId>('s', 1), id<SceneId>('s', 2)]
const clara = id<PersonId>('v', 1)
const scenes: readonly SeenScene[] = [
  { kind: 'scene', id: outdoors, name: 'Outdoors', order: 1, hiddenFor: [] },
  { kind: 'scene', id: still, name: 'Still life', order: 2, hiddenFor: ['guestLink'] },
]
const photos: readonly SeenPhoto[] = [1, 2, 3, 4, 5, 6].map((n) => ({
  kind: 'photo',
  id: id<PhotoId>('p', n),
  scene: n < 5 ? outdoors : still,
  cameraName: `${n}.jpg`,
  order: n,
  state: 'ready',
  versions: [],
  addedAt: 0,
  hidden: n === 2 ? { by: clara, name: 'Clara', at: 1 } : null,
}))
const gallery: SeenGallery = {
  kind: 'gallery',
  id: id<GalleryId>('g', 1),
  name: 'G',
  cover: null,
  keys: 'lightroom',
  feedback: 'private',
  rights: defaultRights.mainClient,
  role: 'owner',
  write: true,
  status: 'draft',
  private: true,
}
const terms = (role: ClientRole, more: Partial<Terms> = {}): Terms => ({
  role,
  scenes: 'all',
  photos: null,
  rights: {},
  feedback: null,
  alwaysOnline: false,
  ...more,
})
const link = (more: Partial<SeenLink> = {}): SeenLink => ({
  kind: 'link',
  ...terms('invited'),
  id: id<LinkId>('l', 1),
  token: 't'.repeat(20),
  label: 'Press',
  binding: 'open',
  email: null,
  bound: false,
  hasCode: true,
  expiresAt: null,
  revokedAt: null,
  createdAt: 0,
  ...more,
})
const numbers = (set: ReadonlySet<PhotoId>) => [...set].map((one) => Number(one.slice(2))).sort()

describe('the matrix of who sees which scene', () => {
  test('[SHARE-1] it is worked out by the rule the server goes by, as if the gallery were online', () => {
    const state = stateOfSeen({ gallery, scenes, photos })
    expect(numbers(shownBy([terms('mainClient')], state))).toEqual([1, 2, 3, 4, 5, 6])
    expect(numbers(shownBy([terms('invited', { scenes: [still] })], state))).toEqual([5, 6])
    expect(numbers(shownBy([terms('guestLink')], state))).toEqual([1, 3, 4])
    expect(numbers(shownBy([terms('vendor', { photos: [id('p', 1), id('p', 2)] })], state))).toEqual([1])
    expect(numbers(shownBy([], state))).toEqual([])
    expect(
      numbers(shownBy([terms('invited', { scenes: [still] })], stateOfSeen({ gallery: { ...gallery, private: false }, scenes, photos }))),
    ).toEqual([1, 3, 4, 5, 6])
  })

  test('[SHARE-2] a person holds what their links give now: not what is revoked or over', () => {
    const grant = { kind: 'grant', id: id<GrantId>('r', 1), person: clara, link: id<LinkId>('l', 1), terms: null, revokedAt: null } as const
    expect(termsHeld(clara, [grant], [link()]).length).toBe(1)
    expect(termsHeld(clara, [grant], [link({ revokedAt: 5 })])).toEqual([])
    expect(termsHeld(clara, [grant], [link({ expiresAt: 5 })])).toEqual([])
    expect(termsHeld(clara, [{ ...grant, revokedAt: 5 }], [link()])).toEqual([])
    expect(termsHeld(clara, [{ ...grant, link: null, terms: terms('invited') }], [])).toEqual([terms('invited')])
  })

  test('[SHARE-3] a stroke runs under frames that are seen, breaks at those that are not, and is dashed where they are dimmed', () => {
    const four = photos.slice(0, 4)
    const seen = (...n: number[]) => new Set(n.map((one) => id<PhotoId>('p', one)))
    expect(runsOf(four, seen(1, 2, 3, 4))).toEqual([
      { from: 0, to: 1, kind: 'seen' },
      { from: 1, to: 2, kind: 'dimmed' },
      { from: 2, to: 4, kind: 'seen' },
    ])
    expect(runsOf(four, seen(1, 3, 4)).map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [2, 4],
    ])
    expect(runsOf(four, seen())).toEqual([])
    const columns = columnsOf(
      scenes.map((scene) => ({ scene, photos: photos.filter((one) => one.scene === scene.id) })),
      600,
    )
    const last = columns.at(-1)
    expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(600)
  })
})

describe('the share dialog', () => {
  test('[SHARE-4] a main client link is never open to everyone, and bindings by mail need mail', () => {
    expect(bindingsOf('mainClient', true)).toEqual(['first', 'email'])
    expect(bindingsOf('mainClient', false)).toEqual(['first'])
    expect(bindingsOf('guestLink', false)).toEqual(['open', 'first'])
    const guest = withRole(emptyForm([]), 'guestLink', false)
    expect(guest.binding).toBe('open')
    expect(withRole(guest, 'mainClient', false).binding).toBe('first')
  })

  test('[SHARE-5] rights are lowered, never raised, and the usual ones are not written down', () => {
    const form = withRight(emptyForm([]), 'comment', 'none', 'edit')
    expect(form.rights).toEqual({ comment: 'none' })
    expect(withRight(form, 'comment', 'edit', 'edit').rights).toEqual({})
    expect([mayGrant('view', 'edit'), mayGrant('view', 'view'), mayGrant('edit', 'none')]).toEqual([false, true, true])
  })

  test('[SHARE-6] what it sends is a command the server understands; an untouched code stays as it is', () => {
    const forms = [
      emptyForm([]),
      { ...withRole(emptyForm([id('p', 1)]), 'vendor', false), expiresAt: 5, code: 'nordlicht' },
      { ...withRole(emptyForm([]), 'invited', true), binding: 'email' as const, email: 'ilse@verlag-nord.example', scenes: [outdoors] },
    ]
    for (const form of forms) {
      expect(galleryCommand.safeParse(addCommand(form, id('l', 1))).error).toBeUndefined()
      expect(galleryCommand.safeParse(changeCommand(form, id('l', 1))).error).toBeUndefined()
    }
    expect('code' in changeCommand(formOf(link()), id('l', 1))).toBe(false)
    expect(changeCommand({ ...formOf(link()), code: '' }, id('l', 1))).toMatchObject({ code: null })
  })

  test('[SHARE-7] a link says for itself with whom feedback is shared, as far as its role can, and says what others will see', () => {
    const form = formOf(link({ feedback: 'collaborative' }))
    expect(changeCommand(form, id('l', 1))).toMatchObject({ feedback: 'collaborative' })
    expect(addCommand({ ...form, feedback: null }, id('l', 1))).toMatchObject({ feedback: null })
    expect(modesOf(withRole(form, 'mainClient', false))).toEqual(['private', 'clientTeam', 'collaborative'])
    expect(modesOf(form)).toEqual(['private', 'collaborative'])
    const team = { ...withRole(form, 'mainClient', false), feedback: 'clientTeam' as const }
    expect(withRole(team, 'guestLink', false).feedback).toBeNull()
    expect(withRole(form, 'vendor', false).feedback).toBeNull()
    expect(withRole(form, 'guestLink', false).feedback).toBe('collaborative')
    expect(othersSee(team, 'private')).toBe('team')
    expect(othersSee({ role: 'invited', feedback: null }, 'clientTeam')).toBe('alone')
    expect(othersSee({ role: 'invited', feedback: null }, 'collaborative')).toBe('all')
    expect(othersSee({ role: 'invited', feedback: 'private' }, 'collaborative')).toBe('alone')
  })
})
