import { useLayoutEffect } from 'react'
import { useLocation } from 'react-router'
import type { Trail } from './trail.ts'

const kept = new Map<number, string>()
export const trail: Trail = kept

/** The place of what is shown, as the router keeps it in the history. */
export function placeNow(): number {
  const { state } = window.history
  return typeof state === 'object' && state !== null && typeof state.idx === 'number' ? state.idx : 0
}

/** Writes down every page of this tab, whichever it is: a place that was another page before is no way back. */
export function TrailKept(): null {
  const { pathname } = useLocation()
  useLayoutEffect(() => void kept.set(placeNow(), pathname))
  return null
}
