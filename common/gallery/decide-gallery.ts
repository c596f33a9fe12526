/** Settings of the gallery itself. */

import { given } from '../given.ts'
import { assertNever, done, refuse } from '../result.ts'
import { same } from '../same.ts'
import { type Asked, type Decided, type Of, refusalToManage } from './asked.ts'
import type { LabelNames } from './labels.ts'
import type { Gallery } from './model.ts'
import { written } from './state.ts'

export function settleGallery(asked: Of<'gallery:change' | 'gallery:expire' | 'gallery:labels'>): Decided {
  const { command } = asked
  switch (command.type) {
    case 'gallery:change':
      return changeGallery({ ...asked, command })
    case 'gallery:expire':
      return expireGallery(asked)
    case 'gallery:labels':
      return nameLabels(asked, command.labels)
    default:
      return assertNever(command)
  }
}

/** Fields that are given replace; `rights` replaces every role's. Going online again ends an expiry that has passed. */
function changeGallery(asked: Of<'gallery:change'>): Decided {
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
function expireGallery({ state, at }: Pick<Asked, 'state' | 'at'>): Decided {
  const { gallery } = state
  if (gallery.status !== 'online' || gallery.expiresAt === null || gallery.expiresAt > at) return done([])
  return changed(gallery, { ...gallery, status: 'expired' })
}

/** The names as they are now in the studio: all of them. */
function nameLabels({ state: { gallery } }: Pick<Asked, 'state'>, labels: LabelNames): Decided {
  const { labels: _, ...unnamed } = gallery
  return changed(gallery, Object.keys(labels).length > 0 ? { ...unnamed, labels } : unnamed)
}

function changed(before: Gallery, after: Gallery): Decided {
  return done(same(before, after) ? [] : [written(after)])
}
