import '../../helpers/text-encoding.ts'
import { afterEach, expect, test } from '@jest/globals'
import { cleanup, render } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { linesOf } from '../../../client/history/lines.ts'
import { SentenceOf } from '../../../client/history/sentence.tsx'
import { de } from '../../../client/messages/de.ts'
import { en } from '../../../client/messages/en.ts'
import type { GalleryAct, HistoryEntry } from '../../../common/history/entry.ts'
import { visitorIdOf } from '../../helpers/sample-gallery.ts'

afterEach(cleanup)

const nothing = () => undefined
const names = { person: () => 'Jonas', list: nothing, scene: nothing, link: nothing, photo: nothing }

function said(locale: 'en' | 'de', gone: number, files?: readonly string[]): string | null {
  const act: GalleryAct = { type: 'photo:remove', ...(files ? { names: files } : {}) }
  const entry: HistoryEntry = { id: 'r1', at: 1, by: visitorIdOf(1), act, photos: [], seen: 0, gone }
  const [line] = linesOf([entry])
  if (!line) throw new Error('no line')
  const { container } = render(
    <IntlProvider locale={locale} messages={locale === 'de' ? de : en}>
      <SentenceOf line={line} names={names} />
    </IntlProvider>,
  )
  const { textContent } = container
  cleanup()
  return textContent
}

test('[HIST-9] one deleted photo is called by its file name, several are counted, and what was kept before has no names', () => {
  expect(said('en', 1, ['PRF_0007.jpg'])).toBe('Jonas deleted PRF_0007.jpg')
  expect(said('de', 1, ['PRF_0007.jpg'])).toBe('Jonas hat PRF_0007.jpg gelöscht')
  expect(said('en', 2, ['PRF_0007.jpg', 'PRF_0008.jpg'])).toBe('Jonas deleted 2 photos')
  expect(said('en', 1)).toBe('Jonas deleted 1 photo')
})
