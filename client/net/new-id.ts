import { customAlphabet } from 'nanoid'
import { type IdKind, idBodyLength, prefixes } from '../../common/ids.ts'

const body = customAlphabet('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', idBodyLength)

/** A fresh id for something this page makes. */
export function newId<T extends string>(kind: IdKind): T {
  return `${prefixes[kind]}_${body()}` as T
}
