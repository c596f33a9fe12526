/** Everyone who comes to Proofroom: users who sign in, and visitors who open a link. */
import type { Member } from '../../common/gallery/account.ts'
import type { PersonId } from '../../common/ids.ts'
import type { Me, MyAccount } from '../../common/protocol/http.ts'
import { isFresh, loadAccount, seatsOf } from './accounts.ts'
import type { People } from './api.ts'
import { enterGallery } from './bare-address.ts'
import { cardsOf } from './cards.ts'
import type { PeopleDeps } from './deps.ts'
import { hereFor } from './here.ts'
import { nameLabels } from './labels.ts'
import { openLink } from './links.ts'
import { createGallery, makesGalleries } from './new-gallery.ts'
import { newsFor } from './news.ts'
import { isUser, loadPerson } from './persons.ts'
import { rename } from './rename.ts'
import { searchPhotos } from './search.ts'
import { createSignInLinks } from './sign-in-links.ts'
import { signIn, signUp } from './sign-up.ts'
import { acceptTerms, termsFor } from './terms.ts'

export function createPeople(deps: PeopleDeps): People {
  const { clock, dice, store } = deps
  const links = createSignInLinks({ vault: store.vault, clock, dice })
  return {
    signUp: (ask) => signUp(deps, ask),
    signIn: (ask) => signIn(deps, ask),
    me: (person) => meOf(deps, person),
    nameOf: async (person) => (await loadPerson(store, person))?.person.name ?? null,
    rename: (person, name) => rename(deps, person, name),
    openLink: (ask) => openLink(deps, ask),
    enterGallery: (ask) => enterGallery(deps, ask),
    terms: (asker, gallery) => termsFor(deps, asker, gallery),
    acceptTerms: (person, gallery) => acceptTerms(deps, person, gallery),
    makeSignInLink: (link, endsAt) => links.make(link, endsAt),
    takeSignInLink: (secret, fromHere) => links.take(secret, fromHere),
    cards: (person) => cardsOf(deps, person),
    here: (person) => hereFor(deps, person),
    news: (person) => newsFor(deps, person),
    nameLabels: (person, account, labels) => nameLabels(deps, { person, account, labels }),
    search: (person, words) => searchPhotos(deps, person, words),
    createGallery: (person, ask) => createGallery(deps, person, ask),
  }
}

async function meOf({ store, post }: PeopleDeps, id: PersonId | null): Promise<Me> {
  const kept = id && (await loadPerson(store, id))
  if (!kept) return { person: null, accounts: [], mail: post.ready, ...((await isFresh(store)) ? { fresh: true as const } : {}) }
  const { name, email } = kept.person
  const seats = await seatsOf(store, kept.person.id)
  const accounts = await Promise.all(seats.map((seat) => myAccount(store, seat)))
  return {
    person: { id: kept.person.id, name, email, signedIn: isUser(kept.person.id) },
    accounts: accounts.filter((account) => account !== null),
    mail: post.ready,
  }
}

async function myAccount(store: PeopleDeps['store'], seat: Member): Promise<MyAccount | null> {
  const account = await loadAccount(store, seat.account)
  if (!account) return null
  const { id, name, owner, labels = {} } = account
  return { id, name, owner: owner === seat.user, settings: seat.owner || seat.settings, makes: makesGalleries(seat), labels }
}
