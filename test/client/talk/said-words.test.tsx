import '../../helpers/text-encoding.ts'
import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import type { GalleryStore, GalleryView, SeenComment } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../client/gallery/use-gallery.tsx'
import { en } from '../../../client/messages/en.ts'
import { SaidWords } from '../../../client/talk/said-words.tsx'

const view = { people: new Map(), me: null } as unknown as GalleryView
const store = { view: () => view, onView: () => () => undefined } as unknown as GalleryStore
const say = (body: string) =>
  render(
    <IntlProvider locale="en" messages={en}>
      <GalleryStoreRoom value={store}>
        <SaidWords comment={{ body, mentions: [] } as unknown as SeenComment} />
      </GalleryStoreRoom>
    </IntlProvider>,
  ).container.querySelector('p')

afterEach(cleanup)

test('[TALK-27] long words are shown from their beginning, all of them when asked for, and the beginning again', () => {
  for (const body of ['word '.repeat(400), 'line\n'.repeat(30)]) {
    const words = say(body)
    expect([words?.className, words?.textContent]).toEqual(['words begun', body])
    fireEvent.click(screen.getByRole('button', { name: 'Show all of it', expanded: false }))
    expect(words?.className).toBe('words')
    fireEvent.click(screen.getByRole('button', { name: 'Show the beginning only', expanded: true }))
    expect(words?.className).toBe('words begun')
    cleanup()
  }
})

test('[TALK-27] [TALK-26] ordinary words stand whole, with their links', () => {
  const words = say('See https://example.com/a.\nSecond line')
  expect([words?.className, words?.dir, screen.queryByRole('button')]).toEqual(['words', 'auto', null])
  const link = screen.getByRole('link', { name: 'https://example.com/a' })
  expect([link.getAttribute('target'), link.getAttribute('rel')]).toEqual(['_blank', 'noopener noreferrer nofollow'])
})
