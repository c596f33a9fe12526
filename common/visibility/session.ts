/**
 * A review session before a view. The session is seen by those who know its leader, an entry by those who see its photo and know who made
 * it; who voted is told of those a view may meet, and what they voted only once it is revealed. Nobody's own is here: see `mine`.
 */
import type { GalleryState } from '../gallery/model.ts'
import type { Ballot, Decision, Session, Topic, Vote } from '../gallery/session-model.ts'
import type { PersonId } from '../ids.ts'
import { effectiveGrants } from './grants.ts'
import { acquaintance, type Known, termsByPerson } from './persons.ts'
import { may } from './rights.ts'
import { canEnter, canSee, countingGrants, eyesOf, isStaff } from './see.ts'
import type { SeenDecision, SeenSession, SeenTopic, SeenVote } from './session-seen.ts'
import type { Viewer } from './viewer.ts'

/** Whether somebody may start a session and lead it. */
export function mayPresent(viewer: Viewer, state: GalleryState): boolean {
  return isStaff(viewer) || countingGrants(viewer, state).some(({ role }) => role === 'mainClient')
}

/** Whether the lead may be given to this person, as far as the gallery's own records say. */
function mayLead(state: GalleryState, person: PersonId, now: number): boolean {
  if (state.guests.get(person)?.staff) return true
  return mayPresent({ person, gallery: state.gallery.id, staff: null, grants: effectiveGrants(state, person, now) }, state)
}

/** Whether the viewer may hand the lead to this person: of whoever they do not know they learn nothing. Null is the server itself. */
export function mayHandTo(viewer: Viewer | null, state: GalleryState, to: { readonly person: PersonId; readonly now: number }): boolean {
  const known = viewer === null || viewer.person === to.person || knowing(viewer, state)(to.person) !== null
  return known && mayLead(state, to.person, to.now)
}

/** Whether somebody may bring photos up and vote: whoever may say something to photos or flag them. */
export function joinsIn(viewer: Viewer, state: GalleryState): boolean {
  return may(viewer, state, 'comment') || may(viewer, state, 'flag')
}

/** Whether somebody sees an entry: as their view does, or because it is their own. */
export function sees(viewer: Viewer, state: GalleryState, { photo: id, by }: Topic | Vote | Decision): boolean {
  const photo = state.photos.get(id)
  if (!photo || !canSee(viewer, state, photo)) return false
  return by === viewer.person || knowing(viewer, state)(by) !== null
}

/** One view at the table. `own` is somebody whose own entries are looked at too; without it nothing depends on a person. */
export interface Table {
  session(session: Session): SeenSession | null
  topic(topic: Topic): SeenTopic | null
  vote(vote: Vote): SeenVote | null
  decision(decision: Decision): SeenDecision | null
}

export function tableOf(viewer: Viewer, state: GalleryState, own: PersonId | null = null): Table {
  const knows = knowing(viewer, state)
  const eyes = eyesOf(viewer, state)
  const enters = canEnter(viewer, state)
  const sits = (person: PersonId) => person === own || knows(person) === 'inside'
  const shown = ({ photo: id, by }: Topic | Vote | Decision) => {
    const photo = state.photos.get(id)
    return enters && photo !== undefined && eyes.photo(photo) && (by === own || knows(by) !== null)
  }
  const met = (ballots: readonly Ballot[]) => ballots.filter(({ person }) => sits(person))
  return {
    session: ({ kind, id, leader, startedAt }) => (enters && sits(leader) ? { kind, id, leader, startedAt } : null),
    topic: (topic) => {
      const { kind, id, photo, text, by, at, doneAt } = topic
      return shown(topic) ? { kind, id, photo, text, by, at, doneAt } : null
    },
    vote: (vote) => {
      const { kind, id, photo, question, by, at, revealedAt } = vote
      const ballots = met(vote.ballots)
      const open = revealedAt === null ? { voted: ballots.map(({ person }) => person).sort() } : { ballots }
      return shown(vote) ? { kind, id, photo, question, by, at, ...open } : null
    },
    decision: (decision) => {
      const { kind, id, photo, verdict, note, by, at, ballots } = decision
      return shown(decision) ? { kind, id, photo, verdict, note, by, at, ballots: met(ballots) } : null
    },
  }
}

/** How a view knows a person, by their id. */
function knowing(viewer: Viewer, state: GalleryState): (person: PersonId) => Known {
  const knows = acquaintance(viewer, state)
  const staff = isStaff(viewer)
  return (person) => {
    const guest = state.guests.get(person)
    if (!guest) return staff ? 'inside' : null
    return knows(guest, heldIn(state).get(person) ?? [])
  }
}

const held = new WeakMap<GalleryState, ReturnType<typeof termsByPerson>>()

/** Asked for every ballot: worked out once for each state. */
function heldIn(state: GalleryState): ReturnType<typeof termsByPerson> {
  const known = held.get(state)
  if (known) return known
  const made = termsByPerson(state)
  held.set(state, made)
  return made
}
