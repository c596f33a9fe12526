import { describe, expect, test } from '@jest/globals'
import { aroundPath } from '../../../client/net/looking.ts'
import { cameFrom, framedPath, lookedAs, viewAsPath } from '../../../client/view-as/address.ts'
import { readFrameWord } from '../../../client/view-as/frame-word.ts'
import type { GalleryId, LinkId } from '../../../common/ids.ts'

const gallery = 'g_00000000000000000001' as GalleryId
const press = 'l_00000000000000000001' as LinkId
const inside = `/g/${gallery}`

describe('[AS-15] the address says as whom and where one looks, and leaving leads back', () => {
  test('a place in the frame and the page around it name each other', () => {
    for (const rest of ['', '/p/p_00000000000000000001', '/compare?photos=a,b', '?stars=4&flag=pick']) {
      const around = viewAsPath(gallery, press, inside + rest)
      expect(around).toBe(`${inside}/as/${press}${rest}`)
      const [pathname = '', search = ''] = framedPath(gallery, press, rest).split('?')
      expect(aroundPath({ pathname, search: search && `?${search}` })).toBe(around)
    }
  })

  test('one comes back to where one was in this gallery, and nowhere else', () => {
    const came = { from: `${inside}?tab=share`, door: 'row', of: press }
    expect(cameFrom(came, gallery)).toEqual(came)
    const elsewhere = [
      null,
      'x',
      {},
      { from: 'https://elsewhere.example' },
      { from: `${inside}9?tab=share` },
      { from: `${inside}/as/${press}` },
    ]
    expect(elsewhere.map((state) => cameFrom(state, gallery).from)).toEqual(elsewhere.map(() => inside))
    expect(lookedAs({ lookedAs: press, door: 'top' })).toEqual({ lookedAs: press, door: 'top' })
    expect(lookedAs(null)).toBeNull()
  })

  test('of what a frame says only its own two words are heard', () => {
    expect(readFrameWord({ proofroom: 'at', path: `${inside}?stars=4` })).toEqual({ proofroom: 'at', path: `${inside}?stars=4` })
    expect(readFrameWord({ proofroom: 'leave' })).toEqual({ proofroom: 'leave' })
    const others = [
      null,
      'leave',
      { proofroom: 'go' },
      { proofroom: 'at', path: 'https://elsewhere.example' },
      { proofroom: 'at', path: '/settings' },
    ]
    expect(others.map(readFrameWord)).toEqual(others.map(() => null))
  })
})
