/** A keyboard never stands nowhere: what had the focus is gone, what stands nearest has it. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { giveFocus, openerNow } from '../../../client/ui/focus-back.ts'
import { keepFocus } from '../../../client/ui/kept-focus.ts'

let stop = (): void => undefined

beforeEach(() => {
  jest.useFakeTimers()
  document.body.innerHTML = `
    <header><button id="present">Present</button><button id="theme">Theme</button></header>
    <main>
      <ul><li><button id="first">One</button></li><li><button id="second">Two</button></li><li><button id="third">Three</button></li></ul>
      <div role="grid"><div role="gridcell" data-photo="ph_1" tabindex="0" id="cell"></div></div>
      <section id="bar"><button id="clear">Nothing</button></section>
    </main>`
  stop = keepFocus(document)
})
afterEach(() => {
  stop()
  jest.useRealTimers()
})

const get = (id: string): HTMLElement => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const held = (): string => document.activeElement?.id || (document.activeElement?.tagName ?? '')

async function removed(focused: string, what: Element, by: 'keydown' | 'pointerdown' = 'keydown'): Promise<string> {
  get(focused).focus()
  document.dispatchEvent(new Event(by))
  what.remove()
  await jest.advanceTimersByTimeAsync(150)
  return held()
}

describe('[REACH-4] what had the focus is gone', () => {
  test('the next of a list has it, after the last the one before', async () => {
    const row = (id: string) => get(id).closest('li') ?? get(id)
    expect(await removed('second', row('second'))).toBe('third')
    expect(await removed('third', row('third'))).toBe('first')
  })

  test('of a bar over the sheet: the photo; of the header: what stands there now', async () => {
    expect(await removed('clear', get('bar'))).toBe('cell')
    expect(await removed('present', get('present'))).toBe('theme')
  })

  test('what is switched off while it is busy has it again, and what stays so gives it to its neighbour', async () => {
    const second = get('second') as HTMLButtonElement
    const switchedOff = async (off: boolean) => {
      // As browsers do.
      if (off) second.blur()
      second.disabled = off
      await jest.advanceTimersByTimeAsync(300)
    }
    second.focus()
    document.dispatchEvent(new Event('keydown'))
    await switchedOff(true)
    expect(held()).toBe('BODY')
    await switchedOff(false)
    expect(held()).toBe('second')
    await switchedOff(true)
    await jest.advanceTimersByTimeAsync(800)
    expect(held()).toBe('third')
  })

  test('a whole page: the page that came', async () => {
    get('first').focus()
    document.dispatchEvent(new Event('keydown'))
    document.body.innerHTML = '<div><main><button>Another page</button></main></div>'
    await jest.advanceTimersByTimeAsync(150)
    expect(held()).toBe('MAIN')
  })

  test('a page that lies over another', async () => {
    get('cell').focus()
    document.dispatchEvent(new Event('keydown'))
    document.querySelector('main')?.setAttribute('inert', '')
    // jsdom knows nothing of inert: a browser takes the focus away.
    get('cell').blur()
    document.body.insertAdjacentHTML('beforeend', '<main id="above"></main>')
    await jest.advanceTimersByTimeAsync(150)
    expect(held()).toBe('above')
  })

  test('who placed it meanwhile is right, and a pointer needs none', async () => {
    get('second').focus()
    document.dispatchEvent(new Event('keydown'))
    get('second').remove()
    get('theme').focus()
    await jest.advanceTimersByTimeAsync(150)
    expect(held()).toBe('theme')
    expect(await removed('first', get('first'), 'pointerdown')).toBe('BODY')
  })
})

describe('[REACH-3] where the focus goes back to', () => {
  test('what opened it; the menu button for an item of its menu', () => {
    get('first').focus()
    expect(openerNow()).toBe(get('first'))
    document.body.insertAdjacentHTML('beforeend', '<div role="menu" aria-labelledby="theme"><div id="item" tabindex="-1"></div></div>')
    get('item').focus()
    expect(openerNow()).toBe(get('theme'))
  })

  test('the same photo drawn anew, else the page; nobody is robbed of it', () => {
    const photo = document.createElement('div')
    photo.dataset.photo = 'ph_1'
    giveFocus(photo)
    expect(held()).toBe('cell')
    giveFocus(get('first'))
    expect(held()).toBe('cell')
    get('cell').blur()
    giveFocus(document.createElement('button'))
    expect(held()).toBe('MAIN')
  })
})
