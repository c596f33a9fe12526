import '../../helpers/text-encoding.ts'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { IntlProvider } from 'react-intl'
import { MemoryRouter } from 'react-router'
import { BareDoor } from '../../../client/doors/bare-door.tsx'
import { ClosedDoor } from '../../../client/doors/closed-door.tsx'
import { LinkAsk } from '../../../client/doors/link-ask.tsx'
import type { LinkAnswers, Needed } from '../../../client/doors/link-door.tsx'
import { safeReturn } from '../../../client/doors/safe-return.ts'
import { en } from '../../../client/messages/en.ts'
import type { GalleryId } from '../../../common/ids.ts'
import { type RefusalCode, refusals } from '../../../common/refusals.ts'

const inRoom = (children: ReactNode) =>
  render(
    <IntlProvider locale="en" messages={en}>
      <MemoryRouter>{children}</MemoryRouter>
    </IntlProvider>,
  )
const needed = (needs: Needed['needs']): Needed => ({
  needs,
  gallery: null,
  hint: 'th…@hinterland.example',
  studio: 'Studio Reiter',
  title: 'Hinterland',
})
const answering = () => jest.fn<(answers: LinkAnswers) => Promise<void>>(async () => undefined)

afterEach(cleanup)

describe('doors of a link', () => {
  test('[WAY-1] the name door asks once, in the name of the studio, and refuses an empty name without asking the server', async () => {
    const onAnswer = answering()
    inRoom(<LinkAsk needed={needed('name')} refusal={null} onAnswer={onAnswer} />)
    expect(screen.getByRole('heading', { name: 'Hinterland' })).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Open the gallery' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/name is needed/)
    expect(onAnswer).not.toHaveBeenCalled()
    const field = screen.getByLabelText('Your name')
    expect([field.getAttribute('aria-invalid'), field.getAttribute('autocomplete')]).toEqual(['true', 'name'])
    fireEvent.input(field, { target: { value: '  Theo Brandt ' } })
    fireEvent.click(screen.getByRole('button', { name: 'Open the gallery' }))
    await waitFor(() => expect(onAnswer).toHaveBeenCalledWith({ name: 'Theo Brandt' }))
  })

  test('[WAY-2] the code door says when a code is wrong, and stays', () => {
    inRoom(<LinkAsk needed={needed('code')} refusal={{ code: 'code-wrong' }} onAnswer={answering()} />)
    expect(screen.getByRole('alert').textContent).toMatch(/not right/)
    expect(screen.getByLabelText('Access code')).toBeTruthy()
  })

  test('[WAY-3] the mailed code says where it was sent and takes six digits only', async () => {
    const onAnswer = answering()
    inRoom(<LinkAsk needed={needed('mailCode')} refusal={null} onAnswer={onAnswer} />)
    expect(screen.getByText('th…@hinterland.example')).toBeTruthy()
    const field = screen.getByLabelText('Six digits')
    expect([field.getAttribute('inputmode'), field.getAttribute('autocomplete')]).toEqual(['numeric', 'one-time-code'])
    fireEvent.input(field, { target: { value: '12345' } })
    fireEvent.click(screen.getByRole('button', { name: 'Open the gallery' }))
    await screen.findByRole('alert')
    fireEvent.input(field, { target: { value: '481907' } })
    fireEvent.click(screen.getByRole('button', { name: 'Open the gallery' }))
    await waitFor(() => expect(onAnswer.mock.calls).toEqual([[{ mailCode: '481907' }]]))
  })

  test('[WAY-4] a link that leads nowhere says why, with a way on', () => {
    const ends: readonly RefusalCode[] = [
      'link-unknown',
      'link-ended',
      'link-taken',
      'gallery-offline',
      'revoked',
      'too-many',
      'retry',
      'failed',
    ]
    for (const code of ends) {
      const onRetry = jest.fn()
      inRoom(<ClosedDoor refusal={{ code }} onRetry={onRetry} />)
      const words = screen.getByRole('main').textContent ?? ''
      // Nothing was to be saved at a door, and nobody tries again by themselves.
      const sentence = code === 'retry' ? en['closed.unreachable.text'] : refusals[code].sentence
      for (const part of sentence.split(/(?<=[.;,]) /)) expect(words).toContain(part.replace(/\.$/, ''))
      expect(screen.getByRole('link', { name: 'Sign in' })).toBeTruthy()
      const again = screen.queryByRole('button', { name: 'Try again' })
      if (again) fireEvent.click(again)
      expect(onRetry).toHaveBeenCalledTimes(again ? 1 : 0)
      cleanup()
    }
  })

  test('[WAY-5] after signing in one is led back only to a page of this site', () => {
    expect(['/g/x', null, 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'].map(safeReturn)).toEqual([
      '/g/x',
      '/',
      '/',
      '/',
      '/',
      '/',
    ])
  })
})

describe('the bare address of a gallery', () => {
  const gallery = 'g_00000000000000000001' as GalleryId
  const answers = (...bodies: readonly { readonly status: number; readonly body: object }[]) => {
    const left = [...bodies]
    const asked = jest.fn<typeof fetch>(async () => {
      const next = left.shift()
      return { ok: next?.status === 200, json: async () => next?.body } as Response
    })
    globalThis.fetch = asked
    return asked
  }

  test('[WAY-7] a public one asks for a name and opens', async () => {
    const asked = answers({ status: 200, body: needed('name') }, { status: 200, body: { gallery } })
    const entered = jest.fn()
    inRoom(
      <BareDoor gallery={gallery} onEntered={entered}>
        closed
      </BareDoor>,
    )
    fireEvent.input(await screen.findByLabelText('Your name'), { target: { value: 'Theo Brandt' } })
    fireEvent.click(screen.getByRole('button', { name: 'Open the gallery' }))
    await waitFor(() => expect(entered).toHaveBeenCalledTimes(1))
    expect(asked.mock.calls.map(([path, init]) => [path, init?.body])).toEqual([
      [`/api/galleries/${gallery}/enter`, '{}'],
      [`/api/galleries/${gallery}/enter`, '{"name":"Theo Brandt"}'],
    ])
  })

  test('[WAY-7] at any other a stranger meets what is shown at a missing one', async () => {
    answers({ status: 404, body: { refusal: { code: 'not-found' } } })
    inRoom(
      <BareDoor gallery={gallery} onEntered={() => undefined}>
        closed
      </BareDoor>,
    )
    expect(await screen.findByText('closed')).toBeTruthy()
  })
})
