import { afterEach, describe, expect, test } from '@jest/globals'
import { act, cleanup, render, screen } from '@testing-library/react'
import { Component, type ReactNode } from 'react'
import { arriving } from '../../../client/app/arriving.tsx'

const Named = ({ name }: { readonly name: string }) => <p>{name} is here</p>

/** A part whose fetching is told to end. */
function held() {
  let come: (part: typeof Named) => void = () => undefined
  const asked: number[] = []
  const part = arriving<{ readonly name: string }>(
    () => {
      asked.push(asked.length)
      return new Promise((resolve) => {
        come = resolve
      })
    },
    <p>a moment</p>,
  )
  return { Part: part, asked, come: () => act(async () => come(Named)) }
}

class Around extends Component<{ readonly children: ReactNode }> {
  override state = { fault: '' }
  static getDerivedStateFromError(fault: unknown) {
    return { fault: String(fault) }
  }
  override render() {
    return this.state.fault || this.props.children
  }
}

describe('a part that arrives', () => {
  afterEach(cleanup)

  test('stands for itself until it is here, and is shown with its newest properties', async () => {
    const { Part, come } = held()
    const { rerender } = render(<Part name="Ada" />)
    screen.getByText('a moment')
    rerender(<Part name="Ben" />)
    await come()
    screen.getByText('Ben is here')
  })

  test('fetched ahead it is there in the first frame, and not fetched again', async () => {
    const { Part, come, asked } = held()
    Part.ahead()
    await come()
    render(<Part name="Ada" />)
    screen.getByText('Ada is here')
    expect(asked).toEqual([0])
  })

  test('a page that was left before it came is not disturbed', async () => {
    const { Part, come } = held()
    const { unmount, container } = render(<Part name="Ada" />)
    unmount()
    await come()
    expect(container.textContent).toBe('')
  })

  test('what cannot be had, a moment after the page was loaded anew for it, is thrown where it should stand', async () => {
    sessionStorage.setItem('proofroom:loaded-anew', `${Date.now()}`)
    globalThis.fetch = async () => ({}) as Response
    const Part = arriving<object>(() => Promise.reject(new Error('gone')))
    await act(async () => {
      render(
        <Around>
          <Part />
        </Around>,
      )
    })
    await screen.findByText('Error: gone')
  })
})
