import { describe, expect, test } from '@jest/globals'
import { keysOf, unfinishedKey } from '../../../common/gallery/keys.ts'
import type { GalleryState } from '../../../common/gallery/model.ts'
import { afterwards, answer, now, server } from '../../helpers/ask.ts'
import { noCapture, photo, photoIdOf, staffViewer, stateWith, versionIdOf } from '../../helpers/sample-gallery.ts'

const p1 = photoIdOf(1)
const file = (n: number) => ({ photo: p1, version: versionIdOf(n), width: 60, height: 40, capture: noCapture })
const kept = (n: number) => ({ type: 'photo:kept' as const, ...file(n), bytes: 123, fileType: 'image/png' })
const ready = (n: number) => ({ type: 'photo:ready' as const, ...file(n), width: 61, thumbhash: 'hash' })
const failed = (n?: number) => ({
  type: 'photo:failed' as const,
  photo: p1,
  ...(n ? { version: versionIdOf(n) } : {}),
  code: 'picture-broken' as const,
})

const waiting = stateWith(photo(1, { state: 'waiting', versions: [] }))
const look = (state: GalleryState) => {
  const found = state.photos.get(p1)
  return [found?.state, found?.failure, ...(found?.versions ?? []).map(({ n, thumbhash }) => `${n}${thumbhash ? '' : '?'}`)]
}
const unfinished = (state: GalleryState) => [...state.photos.values()].flatMap(keysOf).filter((key) => key === unfinishedKey)

describe('[DO-8] a file on its way', () => {
  test('kept, then ready, with what was found in it', () => {
    const there = afterwards(waiting, kept(5), server)
    expect(look(there)).toEqual(['kept', null, '1?'])
    expect(there.photos.get(p1)?.versions[0]).toEqual({
      id: versionIdOf(5),
      n: 1,
      width: 60,
      height: 40,
      thumbhash: null,
      bytes: 123,
      type: 'image/png',
      capture: noCapture,
      at: now,
    })
    const done = afterwards(there, ready(5), server)
    expect(look(done)).toEqual(['ready', null, '1'])
    expect(done.photos.get(p1)?.versions[0]).toMatchObject({ width: 61, thumbhash: 'hash', bytes: 123 })
  })
  test('failed, and sent again', () => {
    const broken = afterwards(afterwards(waiting, kept(5), server), failed(5), server)
    expect(look(broken)).toEqual(['failed', 'picture-broken'])
    const again = afterwards(broken, kept(6), server)
    expect(look(again)).toEqual(['kept', null, '1?'])
    expect(look(afterwards(again, ready(6), server))).toEqual(['ready', null, '1'])
  })
  test('what is finished does not fail any more', () => {
    const done = afterwards(afterwards(waiting, kept(5), server), ready(5), server)
    expect(look(afterwards(done, failed(5), server)).slice(0, 3)).toEqual(['ready', 'picture-broken', '1'])
  })
  test('failed before there was a version of it', () => {
    expect(look(afterwards(waiting, failed(), server))).toEqual(['failed', 'picture-broken'])
  })
  test('failed while another version is on its way: that one is not touched', () => {
    const two = afterwards(afterwards(waiting, kept(5), server), kept(6), server)
    expect(look(afterwards(two, failed(5), server))).toEqual(['kept', 'picture-broken', '2?'])
  })
  test('the same twice changes nothing', () => {
    const there = afterwards(waiting, kept(5), server)
    expect(answer(there, kept(5), server)).toBe('done 0')
  })
})

describe('[DO-9] a new version of a photo that is there', () => {
  const shown = stateWith(photo(1))
  test('leaves it shown until it is ready', () => {
    const there = afterwards(shown, kept(5), server)
    expect(look(there)).toEqual(['ready', null, '1', '2?'])
    expect(look(afterwards(there, ready(5), server))).toEqual(['ready', null, '1', '2'])
  })
  test('is dropped when it cannot be read', () => {
    const broken = afterwards(afterwards(shown, kept(5), server), failed(5), server)
    expect(look(broken)).toEqual(['ready', 'picture-broken', '1'])
    expect(look(afterwards(broken, kept(6), server))).toEqual(['ready', null, '1', '2?'])
  })
})

test('[DO-10] files of photos and versions that are gone are refused', () => {
  const empty = stateWith()
  for (const command of [kept(5), ready(5), failed(5)]) expect(answer(empty, command, server)).toBe('not-found')
  expect(answer(waiting, ready(5), server)).toBe('not-found')
})

test('[DO-11] only the server says what became of a file', () => {
  for (const command of [kept(5), ready(5), failed(5)])
    expect(answer(waiting, command, { viewer: staffViewer({ owner: true }) })).toBe('not-allowed')
})

test('[DO-12] a photo is found as unfinished until its sizes are made or it failed', () => {
  const there = afterwards(waiting, kept(5), server)
  expect([waiting, there, afterwards(there, ready(5), server), afterwards(there, failed(5), server)].map(unfinished)).toEqual([
    [unfinishedKey],
    [unfinishedKey],
    [],
    [],
  ])
  expect(unfinished(afterwards(stateWith(photo(1)), kept(5), server))).toEqual([unfinishedKey])
})
