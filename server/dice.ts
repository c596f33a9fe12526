/** True randomness: everything here comes from the system's secure source. */
import { randomBytes, randomInt } from 'node:crypto'
import { customAlphabet } from 'nanoid'
import { idBodyLength, prefixes } from '../common/ids.ts'
import type { Dice } from './ports.ts'

const body = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', idBodyLength)
const secretBytes = 32

export const systemDice: Dice = {
  id: (kind) => `${prefixes[kind]}_${body()}`,
  secret: () => randomBytes(secretBytes).toString('base64url'),
  code: () => String(randomInt(1_000_000)).padStart(6, '0'),
}
