/** The small facts of a command that history tells: which list, which link, which fields; never a code, an address or what somebody wrote. */
import type { GalleryStatus } from '../gallery/model.ts'
import type { Verdict } from '../gallery/session-model.ts'
import type { GalleryAct } from '../history/entry.ts'
import type { GalleryActType } from '../history/types.ts'
import { type DecisionId, type GrantId, type LinkId, type PersonId, parseAudience, type SceneId, type SelectionId } from '../ids.ts'
import { goneNamed } from '../limits.ts'
import { seesList } from './lists.ts'
import { type Looking, seenLink } from './records.ts'

type Fields = Readonly<Record<string, unknown>>
type Facts = Omit<GalleryAct, 'type'>
interface Kept {
  readonly type: GalleryActType
  readonly command: Fields
  readonly writes: readonly { readonly kind: string; readonly value: unknown }[]
}

export function factsOf(look: Looking, { type, command, writes }: Kept): Facts {
  switch (type) {
    case 'gallery:change':
      return { fields: fieldsOf(command), ...(command.status ? { status: command.status as GalleryStatus } : {}) }
    case 'gallery:create':
    case 'gallery:expire':
    case 'gallery:labels':
      return {}
    case 'scene:add':
    case 'scene:remove':
      return sceneOf(look, command.id)
    case 'scene:change':
      return { ...sceneOf(look, command.id), fields: fieldsOf(command) }
    case 'photo:add':
      return sceneOf(look, oneScene(command.photos as readonly Fields[]))
    case 'photo:move':
      return sceneOf(look, command.scene)
    case 'photo:kept':
      return versionOf(writes)
    case 'photo:remove':
      return namesOf(command.names)
    case 'photo:hide':
    case 'photo:show':
    case 'photo:failed':
      return {}
    case 'guest:enter':
      return { ...linkOf(look, command.link), ...(firstOf(writes) ? { first: true } : {}) }
    case 'terms:accept':
      return {}
    case 'link:add':
    case 'link:change':
      return { ...linkOf(look, command.id), ...(command.hasCode === true ? { hasCode: true } : {}) }
    case 'link:release':
    case 'link:revoke':
      return linkOf(look, command.id)
    case 'grant:revoke':
      return grantOf(look, command.id)
    case 'session:start':
    case 'session:end':
    case 'topic:add':
    case 'vote:open':
    case 'vote:reveal':
    case 'decision:remove':
      return {}
    case 'session:lead':
      return { person: command.person as PersonId }
    case 'decision:add':
      return { verdict: command.verdict as Verdict, ...decisionOf(look, command.id) }
    default:
      return listFacts(look, { type, command, writes })
  }
}

function listFacts(look: Looking, { type, command, writes }: Kept): Facts {
  const list = look.state.selections.get(command.id as SelectionId)
  const selection = list && seesList(look.viewer, look.state, list) ? { selection: list.id } : {}
  if (type === 'selection:close') return { ...selection, on: command.closed === true }
  if (type === 'selection:submit') return { ...selection, ...sentOf(command, writes) }
  if (type !== 'selection:reopen') return selection
  const audience = parseAudience(String(command.audience))
  return audience?.startsWith('person:') ? { ...selection, person: audience.slice('person:'.length) as PersonId } : selection
}

/** Kept with the command since photos that are deleted are named; none before. */
function namesOf(names: unknown): Facts {
  return Array.isArray(names) && names.length > 0 ? { names: names.slice(0, goneNamed).map(String) } : {}
}

const fieldsOf = (command: Fields): readonly string[] =>
  Object.keys(command).filter((field) => field !== 'type' && field !== 'id' && command[field] !== undefined)

/** Where all of them went, if it was one scene. */
function oneScene(photos: readonly Fields[]): unknown {
  const scenes = new Set(photos.map(({ scene }) => scene))
  return scenes.size === 1 ? [...scenes][0] : null
}

function decisionOf({ state, eyes }: Looking, id: unknown): Facts {
  const decision = state.decisions.get(id as DecisionId)
  const photo = decision && state.photos.get(decision.photo)
  return photo && eyes.photo(photo) ? { decision: decision.id } : {}
}

function sceneOf(look: Looking, id: unknown): Facts {
  const scene = look.state.scenes.get(id as SceneId)
  return scene && look.eyes.scene(scene) ? { scene: scene.id } : {}
}

function linkOf(look: Looking, id: unknown): Facts {
  const link = look.state.links.get(id as LinkId)
  return link && seenLink(look, link) ? { link: link.id } : {}
}

function grantOf(look: Looking, id: unknown): Facts {
  const grant = look.state.grants.get(id as GrantId)
  return grant ? { grant: grant.id, person: grant.person } : {}
}

/** The record as this step left it. */
const written = (writes: Kept['writes'], kind: string): Fields | null =>
  (writes.find((write) => write.kind === kind)?.value as Fields | null | undefined) ?? null

const firstOf = (writes: Kept['writes']): boolean => written(writes, 'guest')?.visits === 1

function versionOf(writes: Kept['writes']): Facts {
  const versions = written(writes, 'photo')?.versions
  return Array.isArray(versions) ? { n: versions.length } : {}
}

function sentOf(command: Fields, writes: Kept['writes']): Facts {
  const versions = written(writes, 'submission')?.versions
  const count = Array.isArray(command.photos) ? command.photos.length : 0
  return { count, ...(Array.isArray(versions) ? { n: versions.length } : {}) }
}
