/** Scenes: added, changed, removed. One always stays, for every photo lies in a scene. */

import { given } from '../given.ts'
import type { SceneId } from '../ids.ts'
import { scenesPerGallery } from '../limits.ts'
import { done, refuse } from '../result.ts'
import { same } from '../same.ts'
import { type Decided, type Of, refusalToManage } from './asked.ts'
import type { Change, GalleryState, Scene, Terms } from './model.ts'
import { byOrder } from './order.ts'
import { placePhotos } from './placing.ts'
import { removed, written } from './state.ts'
import { retermed } from './terms.ts'

export function addScene(asked: Of<'scene:add'>): Decided {
  const { state, command } = asked
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  const { id, name, order } = command
  const scene: Scene = { kind: 'scene', id, name, order, hiddenFor: [] }
  const there = state.scenes.get(id)
  if (there) return same(there, scene) ? done([]) : refuse('taken')
  if (state.scenes.size >= scenesPerGallery) return refuse('limit-reached', String(scenesPerGallery))
  return done([written(scene)])
}

export function changeScene(asked: Of<'scene:change'>): Decided {
  const { state, command } = asked
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  const scene = state.scenes.get(command.id)
  if (!scene) return refuse('not-found')
  const { type: _, id: __, hiddenFor, ...fields } = command
  const roles = hiddenFor && [...new Set(hiddenFor)]
  const next: Scene = { ...scene, ...given({ ...fields, hiddenFor: roles }) }
  return done(same(scene, next) ? [] : [written(next)])
}

/** Its photos go to the end of another scene; shares that named it show neither it nor what was in it any longer. */
export function removeScene(asked: Of<'scene:remove'>): Decided {
  const { state, command } = asked
  const refusal = refusalToManage(asked)
  if (refusal) return refusal
  const scene = state.scenes.get(command.id)
  if (!scene) return refuse('not-found')
  if (command.moveTo === command.id) return refuse('malformed', 'moveTo')
  if (!state.scenes.has(command.moveTo)) return refuse('not-found')
  const photos = [...state.photos.values()].filter((photo) => photo.scene === scene.id).sort(byOrder)
  return done([...placePhotos(state, { photos, scene: command.moveTo }), ...withoutScene(state, scene.id), removed(scene)])
}

function withoutScene(state: GalleryState, scene: SceneId): readonly Change[] {
  return retermed(state, (terms: Terms) =>
    terms.scenes !== 'all' && terms.scenes.includes(scene) ? { scenes: terms.scenes.filter((id) => id !== scene) } : null,
  )
}
