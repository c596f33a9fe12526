import { afterEach, describe, expect, test } from '@jest/globals'
import { putOnClipboard } from '../../../client/ui/put-on-clipboard.ts'

const give = (clipboard: unknown, execCommand?: () => boolean) => {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard })
  Object.defineProperty(document, 'execCommand', { configurable: true, value: execCommand })
}
afterEach(() => give(undefined))

/** What a browser does on `copy`: whoever listens may say what is copied. */
function browserCopies(into: string[]): () => boolean {
  return () => {
    const event = new Event('copy', { bubbles: true, cancelable: true })
    Object.assign(event, { clipboardData: { setData: (_: string, words: string) => into.push(words) } })
    document.body.dispatchEvent(event)
    return true
  }
}

describe('putting words on the clipboard', () => {
  test('[REACH-15] copied is said only where it is so: by the clipboard, by the old way, else not', async () => {
    const written: string[] = []
    give({ writeText: async (words: string) => written.push(words) })
    expect(await putOnClipboard('one')).toBe(true)
    give({ writeText: () => Promise.reject(new Error('not allowed')) }, browserCopies(written))
    expect(await putOnClipboard('two')).toBe(true)
    give(undefined, browserCopies(written))
    expect(await putOnClipboard('three')).toBe(true)
    expect(written).toEqual(['one', 'two', 'three'])
    give(undefined, () => false)
    expect(await putOnClipboard('four')).toBe(false)
    give(undefined)
    expect(await putOnClipboard('five')).toBe(false)
    expect(written).toHaveLength(3)
  })
})
