/** Settings of the gallery itself. */

import { given } from '../given.ts'
import { done, refuse } from '../result.ts'
import { same } from '../same.ts'
import { type Decided, type Of, refusalToManage } from './asked.ts'
import type { Gallery } from './model.ts'
import { written } from './state.ts'

/** Fields that are given replace; `rights` replaces every role's. Going online again ends an expiry that has passed. */
export function changeGallery(asked: Of<'gallery:change'>): Decided {
  const { state, command, at } = asked
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  if (command.cover && !state.photos.has(command.cover)) return refuse('not-found')
  if (command.parent === state.gallery.id) return refuse('malformed', 'parent')
  const { type: _, ...fields } = command
  const next: Gallery = { ...state.gallery, ...given(fields) }
  const stale = command.status === 'online' && command.expiresAt === undefined && next.expiresAt !== null && next.expiresAt <= at
  return changed(state.gallery, stale ? { ...next, expiresAt: null } : next)
}

/** Does nothing while the time has not come, so that it may be asked too early or twice. */
export function expireGallery({ state, at }: Of<'gallery:expire'>): Decided {
  const { gallery } = state
  if (gallery.status !== 'online' || gallery.expiresAt === null || gallery.expiresAt > at) return done([])
  return changed(gallery, { ...gallery, status: 'expired' })
}

function changed(before: Gallery, after: Gallery): Decided {
  return done(same(before, after) ? [] : [written(after)])
}
