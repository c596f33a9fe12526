import { expect, test } from '@jest/globals'
import { Turn } from '../../../server/galleries/turn.ts'

test('[TURN-1] what is asked runs alone and in the order asked', async () => {
  const turn = new Turn()
  const seen: string[] = []
  const step = (name: string) =>
    turn.take(async () => {
      seen.push(`${name} begins`)
      await new Promise((later) => setImmediate(later))
      seen.push(`${name} ends`)
    })
  await Promise.all([step('a'), step('b'), step('c')])
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('[TURN-1] a failure ends its own turn and no other', async () => {
  const turn = new Turn()
  const failed = turn.take(async () => Promise.reject(new Error('broken')))
  const after = turn.take(async () => 'fine')
  await expect(failed).rejects.toThrow('broken')
  await expect(after).resolves.toBe('fine')
  expect(turn.idle).toBe(true)
})
