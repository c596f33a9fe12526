/** A press of the mouse that rests on a picture of the sheet, and where it is now. */
import { type RefObject, useEffect, useState } from 'react'
import { type PhotoId, photoId } from '../../common/ids.ts'
import type { Spot } from './lens-box.ts'

/** Milliseconds a press rests before it counts as held, and pixels it may wander meanwhile. */
const holdFor = 320
const still = 6

export interface HeldPicture extends Spot {
  readonly photo: PhotoId
  /** Pixels of the window. */
  readonly x: number
  readonly y: number
}

export function useHeldPicture(pane: RefObject<HTMLElement | null>): HeldPicture | null {
  const [held, setHeld] = useState<HeldPicture | null>(null)
  useEffect(() => {
    const element = pane.current
    if (!element) return
    const press = new Press(setHeld)
    const ends = ['pointerup', 'pointercancel', 'blur'] as const
    element.addEventListener('pointerdown', press.down)
    element.addEventListener('click', press.click, true)
    window.addEventListener('pointermove', press.move)
    for (const end of ends) window.addEventListener(end, press.end)
    return () => {
      press.end()
      element.removeEventListener('pointerdown', press.down)
      element.removeEventListener('click', press.click, true)
      window.removeEventListener('pointermove', press.move)
      for (const end of ends) window.removeEventListener(end, press.end)
    }
  }, [pane])
  return held
}

class Press {
  readonly #tell: (held: HeldPicture | null) => void
  #timer: ReturnType<typeof setTimeout> | null = null
  #from: { readonly frame: HTMLElement; readonly photo: PhotoId; readonly x: number; readonly y: number } | null = null
  #open = false
  #swallow = false

  constructor(tell: (held: HeldPicture | null) => void) {
    this.#tell = tell
  }

  readonly down = (event: PointerEvent): void => {
    this.#swallow = false
    const frame = event.target instanceof Element ? event.target.closest<HTMLElement>('.ph') : null
    const photo = photoId.safeParse(frame?.closest<HTMLElement>('[data-photo]')?.dataset.photo)
    const plain = event.button === 0 && event.pointerType !== 'touch' && !event.shiftKey && !event.ctrlKey && !event.metaKey
    if (!frame || !photo.success || !plain) return
    this.#from = { frame, photo: photo.data, x: event.clientX, y: event.clientY }
    this.#timer = setTimeout(() => this.#show(event.clientX, event.clientY), holdFor)
  }

  readonly move = (event: PointerEvent): void => {
    if (!this.#from) return
    if (this.#open) this.#show(event.clientX, event.clientY)
    else if (Math.hypot(event.clientX - this.#from.x, event.clientY - this.#from.y) > still) this.end()
  }

  readonly end = (): void => {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    this.#from = null
    this.#swallow = this.#open
    if (this.#open) this.#tell(null)
    this.#open = false
  }

  /** Letting go of the lens is no click on the photo. */
  readonly click = (event: MouseEvent): void => {
    if (!this.#swallow) return
    this.#swallow = false
    event.stopPropagation()
    event.preventDefault()
  }

  #show(x: number, y: number): void {
    if (!this.#from) return
    this.#open = true
    const { frame, photo } = this.#from
    const edge = frame.getBoundingClientRect()
    const within = (at: number) => Math.min(1, Math.max(0, at))
    this.#tell({ photo, x, y, fx: within((x - edge.left) / edge.width), fy: within((y - edge.top) / edge.height) })
  }
}
