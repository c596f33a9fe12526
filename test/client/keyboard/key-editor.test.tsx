/** Laying keys elsewhere, as it is done on the page: pressed, taken or refused, said, kept, and put back. */
import '../../helpers/text-encoding.ts'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import type { GalleryStore, GalleryView } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../client/gallery/use-gallery.tsx'
import { HelpDialog } from '../../../client/keyboard/help-dialog.tsx'
import { keyWishes } from '../../../client/keyboard/key-wishes.ts'
import type { KeyScheme } from '../../../client/keyboard/keys.ts'
import { en } from '../../../client/messages/en.ts'

function show(role: 'owner' | 'mainClient', scheme: KeyScheme = 'lightroom') {
  cleanup()
  const view = { gallery: { role, keys: scheme } } as unknown as GalleryView
  render(
    <IntlProvider locale="en" messages={en}>
      <GalleryStoreRoom value={{ view: () => view, onView: () => () => undefined } as unknown as GalleryStore}>
        <HelpDialog scheme={scheme} onClose={() => undefined} />
      </GalleryStoreRoom>
    </IntlProvider>,
  )
}
const change = () => fireEvent.click(screen.getByRole('button', { name: 'Change keys' }))
const button = (name: string) => screen.getByRole('button', { name })
function lay(what: string, from: string, to: KeyboardEventInit): void {
  fireEvent.click(button(`${what}: ${from}`))
  fireEvent.keyDown(button(`${what}: press the new key`), to)
}
const news = () => screen.getByRole('status').textContent

beforeEach(() => localStorage.clear())
afterEach(cleanup)

test('[MARK-16] every single letter, digit and sign that is listed can be laid elsewhere, in both schemes', () => {
  for (const scheme of ['lightroom', 'simple'] as const) {
    show('owner', scheme)
    const listed = [...document.querySelectorAll('.key-help dt')]
      .filter((dt) => !dt.textContent?.includes('Ctrl'))
      .flatMap((dt) => [...dt.querySelectorAll('kbd')].map((kbd) => kbd.textContent ?? ''))
      .filter((key) => /^[\p{L}\p{N}?/+−]$/u.test(key))
    change()
    const offered = [...document.querySelectorAll('.key-editor button')].map((one) => one.textContent)
    expect(listed.filter((key) => !offered.includes(key))).toEqual([])
    expect(listed.length).toBeGreaterThan(25)
  }
})

test('[MARK-16] what takes a key is told what gave way; a key that may not be is refused, and asked for again', () => {
  show('owner')
  change()
  lay('Change places', 'S', { key: 'k', code: 'KeyK' })
  expect(news()).toBe('K was “Move together or apart”: that is on S now.')
  lay('Larger', '+', { key: 'F2', code: 'F2' })
  expect(news()).toBe('That key does something else here. Try a letter, a digit or a sign.')
  fireEvent.keyDown(button('Larger: press the new key'), { key: 'q', code: 'KeyQ', ctrlKey: true })
  fireEvent.keyDown(button('Larger: press the new key'), { key: 'j', code: 'KeyJ' })
  expect(button('Larger: J').textContent).toBe('J')
  expect(keyWishes().laid).toEqual({ lightroom: { swap: 'k', together: 's', larger: 'j' }, simple: {} })
})

test('[MARK-15] the palette is laid elsewhere with or without Ctrl held, collisions are said, and all is put back at once', () => {
  show('owner')
  change()
  lay('Search and commands', 'Ctrl or Cmd + K', { key: 'j', code: 'KeyJ', ctrlKey: true })
  expect([news(), keyWishes().pairs]).toEqual(['', { palette: 'j' }])
  lay('Search and commands', 'Ctrl or Cmd + J', { key: 'Z', code: 'KeyZ' })
  expect(news()).toBe('Ctrl or Cmd + Z was “Undo”: that is on Ctrl or Cmd + J now.')
  lay('Search and commands', 'Ctrl or Cmd + Z', { key: 'w', code: 'KeyW' })
  expect(news()).toBe('The browser or the system needs that one itself. These can be had: A B D E G I J K O S U Z.')
  fireEvent.click(button('Show all keys'))
  const line = screen.getByText(en['palette.key']).closest('div')
  expect(line?.textContent).toContain('⌘ CtrlZ')
  change()
  fireEvent.click(button('All keys as they were'))
  expect([keyWishes().pairs ?? {}, button('Search and commands: Ctrl or Cmd + K').textContent]).toEqual([{}, 'K'])
})

test('[MARK-15] who has no palette is shown no key for it', () => {
  show('mainClient', 'simple')
  expect(screen.queryByText(en['palette.key'])).toBeNull()
  change()
  expect(screen.queryByText(en['palette.key'])).toBeNull()
  expect(button('Undo: Ctrl or Cmd + Z')).toBeTruthy()
})
