import '../../helpers/resize-observer.ts'
import '../../helpers/text-encoding.ts'
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter } from 'react-router'
import { TermsDoor } from '../../../client/doors/terms-door.tsx'
import { en } from '../../../client/messages/en.ts'
import type { GalleryId } from '../../../common/ids.ts'
import type { RefusalCode } from '../../../common/refusals.ts'

const gallery = `g_${'a'.repeat(20)}` as GalleryId
const terms = { studio: 'Studio Reiter', title: 'Hinterland', name: 'Printer', days: 7 }
let asked: string[] = []
let refusal: RefusalCode | null = null
const real = globalThis.fetch

beforeEach(() => {
  asked = []
  refusal = null
  globalThis.fetch = (async (path: string, { method }: { readonly method: string }) => {
    asked.push(`${method} ${path}`)
    const refused = refusal && method === 'POST'
    return { ok: !refused, json: async () => (refused ? { refusal: { code: refusal } } : method === 'GET' ? terms : { gallery }) }
  }) as never
})
afterEach(() => {
  cleanup()
  globalThis.fetch = real
})

async function shown(onAccepted: () => void) {
  render(
    <IntlProvider locale="en" messages={en}>
      <MemoryRouter>
        <TermsDoor gallery={gallery} onAccepted={onAccepted} />
      </MemoryRouter>
    </IntlProvider>,
  )
  await screen.findByRole('article', { name: 'Terms of use' })
}
const go = () => fireEvent.click(screen.getByRole('button', { name: 'Accept and open' }))

test('[WAY-6] the terms lie open, and nothing is accepted without the tick', async () => {
  const onAccepted = jest.fn()
  await shown(onAccepted)
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'What you may do',
    'What you may not do',
    'Name',
    'Files',
    'End',
  ])
  go()
  expect(screen.getByRole('alert').textContent).toMatch(/Please tick/)
  expect(asked).toEqual([`GET /api/galleries/${gallery}/terms`])
  fireEvent.click(screen.getByRole('checkbox', { name: /accept them, Printer/ }))
  expect(screen.queryByRole('alert')).toBeNull()
  go()
  await waitFor(() => expect(onAccepted).toHaveBeenCalledTimes(1))
  expect(asked.slice(1)).toEqual([`POST /api/galleries/${gallery}/terms`])
})

test('[WAY-6] a refusal is said, and the terms stay', async () => {
  const onAccepted = jest.fn()
  await shown(onAccepted)
  refusal = 'retry'
  fireEvent.click(screen.getByRole('checkbox'))
  go()
  expect((await screen.findByRole('alert')).textContent).toMatch(/could not/)
  expect(onAccepted).not.toHaveBeenCalled()
  expect(screen.getByRole('article')).toBeTruthy()
})
