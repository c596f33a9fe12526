import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { hues, waxes } from '../../../client/ui/hue.ts'

test('the canvas draws with the wax of the tokens', () => {
  const tokens = readFileSync('client/ui/tokens.css', 'utf8')
  for (const hue of hues) expect(tokens).toContain(`--wax-${hue}: ${waxes[hue]};`)
})
