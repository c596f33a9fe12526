import { isAbsolute } from 'node:path'
import { expect, test } from '@jest/globals'
import { readConfig } from '../../server/config.ts'

test.each([{}, { PROOFROOM_DATA: './elsewhere' }, { PROOFROOM_DATA: 'elsewhere' }])(
  'data lies at a whole path, however it was told: %j',
  (env) => {
    const read = readConfig(env, [])
    if (!read.ok) throw new Error('not read')
    expect(isAbsolute(read.value.data)).toBe(true)
  },
)
