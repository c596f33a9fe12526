/** Pointers on a surface, told to the hand that draws. They never reach what lies below: that would pan and page. */
import { type PointerEvent, useEffect, useMemo, useRef } from 'react'
import { DrawHand, type HandActs, type HandEvent } from './draw-hand.ts'

export function useDrawHand(acts: HandActs) {
  const latest = useRef(acts)
  latest.current = acts
  const hand = useMemo(
    () =>
      new DrawHand({
        begin: (event) => latest.current.begin(event),
        extend: (events) => latest.current.extend(events),
        end: (event) => latest.current.end(event),
        cancel: () => latest.current.cancel(),
        pan: (dx, dy) => latest.current.pan(dx, dy),
        zoom: (at) => latest.current.zoom(at),
      }),
    [],
  )
  useSpace(hand)
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation()
      if (!hand.down(handEvent(event, event.nativeEvent))) return
      event.currentTarget.setPointerCapture?.(event.pointerId)
      // The middle button would scroll the page.
      if (event.button === 1) event.preventDefault()
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation()
      const native = event.nativeEvent
      const all = native.getCoalescedEvents?.() ?? []
      hand.move((all.length > 0 ? all : [native]).map((one) => handEvent(event, one)))
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation()
      hand.up(handEvent(event, event.nativeEvent))
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation()
      hand.lost(event.pointerId, event.timeStamp)
    },
  }
}

/** While space is held the hand pans. */
function useSpace(hand: DrawHand): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.code !== 'Space') return
      const typing = event.target instanceof HTMLElement && event.target.closest('input, textarea, button, [role=menu]') !== null
      hand.space = event.type === 'keydown' && !typing
      if (hand.space) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('keyup', onKey)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('keyup', onKey)
    }
  }, [hand])
}

function handEvent(on: PointerEvent<HTMLElement>, event: globalThis.PointerEvent): HandEvent {
  // The surface may reach beyond the canvas it lies on.
  const edge = (on.currentTarget.parentElement ?? on.currentTarget).getBoundingClientRect()
  const type = event.pointerType === 'touch' || event.pointerType === 'pen' ? event.pointerType : 'mouse'
  return {
    id: event.pointerId,
    type,
    x: event.clientX - edge.left,
    y: event.clientY - edge.top,
    pressure: type === 'pen' && event.pressure > 0 ? event.pressure : null,
    button: event.button,
    shift: event.shiftKey,
    at: event.timeStamp,
  }
}
