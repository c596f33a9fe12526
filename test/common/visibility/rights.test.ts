import { describe, expect, test } from '@jest/globals'
import { type ClientRole, clientRoles, type RightLevel, rightNames } from '../../../common/gallery/model.ts'
import { may, mayManage, rightsOf } from '../../../common/visibility/rights.ts'
import { client, gallery, held, staffViewer, stateWith } from '../../helpers/sample-gallery.ts'

const letters: Record<RightLevel, string> = { none: '.', view: 'v', edit: 'e' }
const row = (viewer: Parameters<typeof rightsOf>[0], state = stateWith()): string => {
  const rights = rightsOf(viewer, state)
  return rightNames.map((name) => letters[rights[name]]).join('')
}

/** In the order of `rightNames`: favourite label stars flag select, comment draw, upload download hide. */
const defaults: readonly (readonly [ClientRole, string])[] = [
  ['mainClient', 'eeeeeeeeee'],
  ['invited', 'eeeeeee.v.'],
  ['clientInvited', 'eeeeeee.v.'],
  ['guestEmail', 'eeeevev...'],
  ['guestSocial', 'eeeevev...'],
  ['guestLink', 'eeeevev...'],
  ['vendor', '........e.'],
]
test.each(defaults)('[MAY-1] what a %s may by default', (role, expected) => {
  expect(row(client(held(role)))).toBe(expected)
})

test('[MAY-2] a gallery sets the rights of a role, higher or lower, and of no other', () => {
  const state = stateWith(gallery({ rights: { guestLink: { draw: 'edit', comment: 'none' } } }))
  expect(row(client(held('guestLink')), state)).toBe('eeeev.e...')
  expect(row(client(held('guestEmail')), state)).toBe('eeeevev...')
})

test('[MAY-3] a link lowers and never raises', () => {
  expect(row(client(held('guestLink', { rights: { flag: 'view', stars: 'none', draw: 'edit', upload: 'edit' } })))).toBe('ee.vvev...')
  const state = stateWith(gallery({ rights: { guestLink: { draw: 'edit' } } }))
  expect(row(client(held('guestLink', { rights: { draw: 'view' } })), state)).toBe('eeeevev...')
})

test('[MAY-4] several grants give the higher of each right', () => {
  expect(row(client(held('guestLink', { rights: { flag: 'none' } }), held('vendor')))).toBe('eee.vev.e.')
})

test('[MAY-4] grants that show nothing give nothing', () => {
  expect(row(client(held('vendor', { termsHold: false })))).toBe('..........')
  expect(row(client(held('mainClient')), stateWith(gallery({ status: 'offline' })))).toBe('..........')
  expect(row(client())).toBe('..........')
})

describe('[MAY-5] hiding is for main clients and staff alone', () => {
  const hide = Object.fromEntries(clientRoles.map((role) => [role, { hide: 'edit' as const }]))
  const state = stateWith(gallery({ rights: hide }))
  test.each(clientRoles)('%s', (role) => {
    expect(may(client(held(role)), state, 'hide')).toBe(role === 'mainClient')
    expect(may(client(held(role)), state, 'hide', 'view')).toBe(role === 'mainClient')
  })
  test('staff, also without the right to write', () => {
    expect(may(staffViewer({ write: false }), state, 'hide')).toBe(true)
  })
  test('a main client can lose it', () => {
    expect(may(client(held('mainClient', { rights: { hide: 'view' } })), state, 'hide')).toBe(false)
  })
})

test('[MAY-6] staff in scope mark, comment and draw also with writing off; then they do not upload', () => {
  expect(row(staffViewer())).toBe('eeeeeeeeee')
  expect(row(staffViewer({ write: false }))).toBe('eeeeeee.ee')
  expect(row(staffViewer({ write: false, owner: true }))).toBe('eeeeeeeeee')
  expect(row(staffViewer({ inScope: false, owner: true }))).toBe('..........')
})

test('[MAY-7] a gallery is managed by staff in scope who may write', () => {
  expect(mayManage(staffViewer())).toBe(true)
  expect(mayManage(staffViewer({ owner: true, write: false }))).toBe(true)
  expect(mayManage(staffViewer({ write: false, settings: true }))).toBe(false)
  expect(mayManage(staffViewer({ inScope: false, owner: true }))).toBe(false)
  expect(mayManage(client(held('mainClient')))).toBe(false)
})

test('[MAY-8] a level contains the ones below it', () => {
  const levels = (flag: RightLevel) => {
    const viewer = client(held('guestLink', { rights: { flag } }))
    return [may(viewer, stateWith(), 'flag', 'view'), may(viewer, stateWith(), 'flag', 'edit'), may(viewer, stateWith(), 'flag')]
  }
  expect(levels('none')).toEqual([false, false, false])
  expect(levels('view')).toEqual([true, false, false])
  expect(levels('edit')).toEqual([true, true, true])
})
