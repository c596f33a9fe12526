import { describe, expect, test } from '@jest/globals'
import { openedFrom, stepsToWall, type Trail } from '../../../client/ui/trail.ts'

const trailOf = (...paths: readonly string[]): Trail => new Map(paths.map((path, place) => [place, path]))
const back = (...paths: readonly string[]): number => stepsToWall(trailOf(...paths), paths.length - 1, paths.at(-1) ?? '')
const below = (...paths: readonly string[]) => openedFrom(trailOf(...paths), paths.length - 1, paths.at(-1) ?? '')

describe('the way back from what lies over the wall', () => {
  test('[BACK-1] closing a photo goes back to the wall it was opened from, also through what was laid over it in between', () => {
    expect(back('/', '/g/a', '/g/a/p/1')).toBe(1)
    expect(back('/', '/g/a', '/g/a/compare', '/g/a/p/1')).toBe(2)
    expect(back('/', '/g/a', '/g/a/list/l', '/g/a/p/1', '/g/a/survey')).toBe(3)
  })

  test('[BACK-1] a wall that was not passed, or another gallery or page in between, is no way back', () => {
    expect(back('/g/a/p/1')).toBe(0)
    expect(back('/', '/g/a/p/1')).toBe(0)
    expect(back('/g/a', '/', '/g/a/p/1')).toBe(0)
    expect(back('/g/a', '/g/ab/p/1')).toBe(0)
    expect(back('/g/a', '/g/b', '/g/a/p/1')).toBe(0)
    expect(back('/g/a', '/g/a/as/x', '/g/a/p/1')).toBe(0)
    expect(stepsToWall(new Map([[4, '/g/a/p/1']]), 4, '/g/a/p/1')).toBe(0)
  })

  test('[BACK-2] a photo opened from a list, or from several side by side, closes to them', () => {
    expect(below('/g/a', '/g/a/list/l', '/g/a/p/1')).toBe('list')
    expect(below('/g/a', '/g/a/compare', '/g/a/p/1')).toBe('side')
    expect(below('/g/a', '/g/a/survey', '/g/a/p/1')).toBe('side')
    expect(below('/g/a', '/g/a/p/1')).toBeNull()
    expect(below('/g/a', '/g/a/p/2', '/g/a/p/1')).toBeNull()
    expect(below('/g/b/list/l', '/g/a/p/1')).toBeNull()
    expect(below('/', '/g/a/p/1')).toBeNull()
  })
})
