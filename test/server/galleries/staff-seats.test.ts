import { expect, test } from '@jest/globals'
import { StaffSeats } from '../../../server/galleries/staff-seats.ts'
import { member, memberSeat, ownerSeat } from '../../helpers/gallery-house.ts'

test('[TURN-22] however many want to know, a team seat is asked for once', async () => {
  const seats = new StaffSeats()
  let asked = 0
  const ask = async () => {
    asked++
    return ownerSeat
  }
  const got = await Promise.all([seats.get(member, ask), seats.get(member, ask), seats.get(member, ask)])
  expect(got).toEqual([ownerSeat, ownerSeat, ownerSeat])
  expect(asked).toBe(1)
  expect(seats.known(member)).toBe(ownerSeat)
})

test('[TURN-22] an answer that was overtaken by something newer is never kept', async () => {
  const seats = new StaffSeats()
  let answerOld: (seat: typeof ownerSeat) => void = () => undefined
  const old = new Promise<typeof ownerSeat>((answer) => {
    answerOld = answer
  })
  const first = seats.get(member, () => old)
  seats.forget(member)
  expect(await seats.get(member, async () => memberSeat)).toBe(memberSeat)
  answerOld(ownerSeat)
  expect(await first).toBe(memberSeat)
  expect(seats.known(member)).toBe(memberSeat)
})

test('[TURN-22] a question that failed is asked again', async () => {
  const seats = new StaffSeats()
  await expect(seats.get(member, async () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect(await seats.get(member, async () => null)).toBeNull()
})
