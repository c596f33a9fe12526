/** Places in lists, taken before a pick is written. */
import { done, refuse } from '../result.ts'
import { countsPlaces, hasPlace, lockOf, picksInto } from '../visibility/lists.ts'
import { eyesOf } from '../visibility/see.ts'
import { homeAudience } from '../visibility/sheets.ts'
import type { Decided, Of } from './asked.ts'
import { type Claim, claimId } from './selection.ts'
import { removed, written } from './state.ts'

/**
 * Only what the asker sees counts: a list that is full of photos they cannot see would be a riddle, and would speak of them. So a list may
 * hold more than its end once hidden photos come back; then nothing more goes in, and it is not sent before some are taken out.
 */
export function claimPlace({ state, viewer, command, at, list }: Of<'pick:claim'>): Decided {
  const { selection: id, audience, photo: wanted } = command
  const selection = state.selections.get(id)
  const photo = state.photos.get(wanted)
  if (!viewer || !selection || !photo || !picksInto(viewer, state, selection)) return refuse('not-found')
  const eyes = eyesOf(viewer, state)
  if (!eyes.photo(photo) || audience !== homeAudience(viewer, state, photo)) return refuse('not-found')
  const locked = lockOf(state, { selection, audience, now: at })
  if (locked) return refuse(locked)
  if (!countsPlaces(selection, audience) || hasPlace(state, id, { audience, photo: wanted })) return done([])
  const places = [...state.claims.values()].filter((claim) => claim.selection === id && claim.audience === audience)
  const isFree = (claim: Claim) => list?.free.has(claim.photo) === true || !state.photos.has(claim.photo)
  const taken = places.filter((claim) => !isFree(claim)).flatMap((claim) => state.photos.get(claim.photo) ?? [])
  const max = selection.request?.max ?? null
  if (max !== null && taken.filter(eyes.photo).length >= max) return refuse('list-full', String(max))
  const claim: Claim = {
    kind: 'claim',
    id: claimId(id, audience, wanted),
    selection: id,
    audience,
    photo: wanted,
    at,
    node: list?.node ?? '',
  }
  return done([...places.filter(isFree).map(removed), written(claim)])
}
