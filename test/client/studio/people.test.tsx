/** The people of a gallery on the desk: who stands where, finding one among many, and sending somebody away. */
import '../../helpers/text-encoding.ts'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter } from 'react-router'
import type { GalleryStore, GalleryView } from '../../../client/gallery/gallery-view.ts'
import { GalleryStoreRoom } from '../../../client/gallery/use-gallery.tsx'
import { en } from '../../../client/messages/en.ts'
import { DeskPeople } from '../../../client/studio/desk-people.tsx'
import { RevokeLink } from '../../../client/studio/share/revoke-link.tsx'
import type { GalleryCommand } from '../../../common/gallery/commands.ts'
import type { GalleryId } from '../../../common/ids.ts'
import { done } from '../../../common/result.ts'
import type { SeenLink } from '../../../common/visibility/seen.ts'

const id = 'g_00000000000000000000' as GalleryId
const idOf = (prefix: string, n: number) => `${prefix}_${String(n).padStart(20, '0')}`
const studio = { kind: 'person', id: 'u_00000000000000000000', name: 'Jonas Reiter', email: null, staff: true, lastAt: 90, visits: 3 }
const visitor = (n: number, name = `Visitor ${n}`) => ({
  kind: 'person',
  id: idOf('v', n),
  name,
  email: null,
  role: 'invited',
  staff: false,
  lastAt: n,
  visits: 1,
})
const grant = (n: number) => ({ kind: 'grant', id: idOf('r', n), person: idOf('v', n), link: null, terms: null, revokedAt: null })
const link = { id: idOf('l', 1), label: 'Press', role: 'guestLink' } as unknown as SeenLink

let said: GalleryCommand[] = []

beforeEach(() => {
  said = []
})
afterEach(cleanup)

function at(visitors: readonly ReturnType<typeof visitor>[], page = <DeskPeople />): void {
  const people = [studio, ...visitors]
  const view = {
    status: 'open',
    gallery: { id, write: true },
    me: null,
    here: [],
    links: [],
    grants: visitors.map((_, i) => grant(i + 1)),
    people: new Map(people.map((person) => [person.id, person])),
  }
  const store = {
    id,
    view: () => view as unknown as GalleryView,
    onView: () => () => undefined,
    actions: {
      do: async (command: GalleryCommand) => {
        said.push(command)
        return done({ rev: 1 })
      },
    },
  }
  render(
    <IntlProvider locale="en" messages={en}>
      <MemoryRouter>
        <GalleryStoreRoom value={store as unknown as GalleryStore}>{page}</GalleryStoreRoom>
      </MemoryRouter>
    </IntlProvider>,
  )
}

const namesIn = (group: string) =>
  within(screen.getByRole('region', { name: group }))
    .getAllByRole('listitem')
    .map((line) => line.querySelector('b.trunc')?.textContent)

test('[SHARE-8] visitors stand before the studio, whoever came last first', () => {
  at([visitor(1), visitor(2)])
  expect(namesIn('Visitors')).toEqual(['Visitor 2', 'Visitor 1'])
  expect(namesIn('Studio')).toEqual(['Jonas Reiter'])
  expect(screen.queryByRole('searchbox')).toBeNull()
})

test('[SHARE-8] among many one is found by name, without case and accents', () => {
  at([...Array.from({ length: 13 }, (_, i) => visitor(i + 1)), visitor(14, 'Pavel Novotný')])
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find a person' }), { target: { value: 'novotny' } })
  expect(namesIn('Visitors')).toEqual(['Pavel Novotný'])
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nobody' } })
  expect(screen.getByText('Nobody here is called so.')).toBeTruthy()
})

test('[SHARE-8] while nobody came, it is said how people come', () => {
  at([])
  expect(screen.getByText(/^Nobody came yet/)).toBeTruthy()
})

test('[SHARE-9] somebody is sent away only after a question', async () => {
  at([visitor(1)])
  const press = () => fireEvent.click(screen.getByRole('button', { name: 'Revoke the gallery for Visitor 1' }))
  press()
  const cancel = within(screen.getByRole('dialog', { name: 'Send Visitor 1 away?' })).getByRole('button', { name: 'Cancel' })
  expect(document.activeElement).toBe(cancel)
  fireEvent.click(cancel)
  expect(said).toEqual([])
  press()
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Revoke' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(said).toEqual([{ type: 'grant:revoke', id: idOf('r', 1) }])
})

test('[SHARE-9] a link ends only after a question', async () => {
  let ended = 0
  at([], <RevokeLink link={link} onRevoked={() => ended++} />)
  fireEvent.click(screen.getByRole('button', { name: 'Revoke' }))
  expect(said).toEqual([])
  fireEvent.click(within(screen.getByRole('dialog', { name: 'Revoke the link Press?' })).getByRole('button', { name: 'Revoke' }))
  await waitFor(() => expect(ended).toBe(1))
  expect(said).toEqual([{ type: 'link:revoke', id: link.id }])
})
