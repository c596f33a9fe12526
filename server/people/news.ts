/** What is new in the galleries of somebody's studios: the most recently active are asked, and no more, however many there are. */
import type { PersonId } from '../../common/ids.ts'
import type { GalleryNews } from '../../common/protocol/studio-now.ts'
import { cardsOf } from './cards.ts'
import type { PeopleDeps } from './deps.ts'
import { isUser, loadUser } from './persons.ts'

/** Galleries asked: as many rows as anybody reads. */
const galleriesAsked = 40

/** The most recently active first. Galleries outside the scope of somebody's seat are not among them. */
export async function newsFor(deps: Pick<PeopleDeps, 'store' | 'galleries'>, person: PersonId): Promise<readonly GalleryNews[]> {
  const { galleries } = deps
  const inhabited = new Set(galleries.inhabited())
  const cards = (await cardsOf(deps, person)).filter(({ role }) => role === 'owner' || role === 'member')
  const first = [...cards].sort((a, b) => Number(inhabited.has(b.id)) - Number(inhabited.has(a.id))).slice(0, galleriesAsked)
  const news = await Promise.all(first.map(({ id }) => galleries.news(person, id)))
  return Promise.all(news.filter((one) => one !== null).map((one) => withNames(one, deps)))
}

/** Members of the team are known to one another, also where they never came in. */
async function withNames(one: GalleryNews, { store }: Pick<PeopleDeps, 'store'>): Promise<GalleryNews> {
  const { people } = one.names
  const unnamed = new Set([...one.news, ...one.last].flatMap(({ by }) => (by && isUser(by) && !people[by] ? by : [])))
  if (unnamed.size === 0) return one
  const found = await Promise.all([...unnamed].map(async (user) => [user, (await loadUser(store, user))?.name] as const))
  const more = Object.fromEntries(found.filter(([, name]) => name !== undefined))
  return { ...one, names: { ...one.names, people: { ...more, ...people } } }
}
