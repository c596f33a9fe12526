/** HTTP with refusals as values. */
import type { LabelNames } from '../../common/gallery/labels.ts'
import type { AccountId, GalleryId, SceneId } from '../../common/ids.ts'
import {
  type FoundIn,
  type GalleryCard,
  labelsUrl,
  type Me,
  type OpenedLink,
  routes,
  termsUrl,
  type VendorTerms,
} from '../../common/protocol/http.ts'
import { type GalleryNews, type HereNow, hereRoute, newsRoute } from '../../common/protocol/studio-now.ts'
import { refusals } from '../../common/refusals.ts'
import { done, type Refusal, type Result, refuse } from '../../common/result.ts'
import { asked } from './looking.ts'
import { serverClock } from './server-clock.ts'
import { forgetWho, isNow, keptAnswer } from './who.ts'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** Asks the server. No connection is the refusal `retry`; an answer nobody understands is `failed`. */
export async function ask<T>(method: Method, path: string, body?: unknown): Promise<Result<T>> {
  let response: Response
  try {
    response = await fetch(asked(path), {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? { accept: 'application/json' } : { accept: 'application/json', 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  } catch {
    return refuse('retry')
  }
  serverClock.answered(Date.parse(response.headers?.get('date') ?? ''))
  const answer: unknown = await response.json().catch(() => null)
  if (response.ok) return done(answer as T)
  return { ok: false, refusal: refusalOf(answer) ?? { code: 'failed' } }
}

function refusalOf(answer: unknown): Refusal | null {
  if (typeof answer !== 'object' || answer === null || !('refusal' in answer)) return null
  const refusal = answer.refusal
  const known = typeof refusal === 'object' && refusal !== null && 'code' in refusal && String(refusal.code) in refusals
  return known ? (refusal as Refusal) : null
}

export const api = {
  me: async () => {
    const answer = await ask<Me>('GET', routes.me)
    if (answer.ok && answer.value.person) isNow(answer.value.person.id)
    else if (answer.ok) forgetWho()
    // Of nobody there is nothing to keep.
    return answer.ok && !answer.value.person ? answer : keptAnswer('me', answer)
  },
  signUp: (body: { email: string; password: string; name: string; studio: string }) => ask<Me>('POST', routes.signUp, body),
  signIn: (body: { email: string; password: string }) => ask<Me>('POST', routes.signIn, body),
  signOut: () => ask<unknown>('POST', routes.signOut, {}),
  rename: (name: string) => ask<Me>('POST', routes.rename, { name }),
  openLink: (body: { token: string; name?: string; code?: string; mailCode?: string }) => ask<OpenedLink>('POST', routes.openLink, body),
  enterGallery: (gallery: GalleryId, name?: string) =>
    ask<OpenedLink>('POST', routes.enter.replace(':gallery', gallery), name === undefined ? {} : { name }),
  terms: (gallery: GalleryId) => ask<VendorTerms>('GET', termsUrl(gallery)),
  acceptTerms: (gallery: GalleryId) => ask<{ readonly gallery: GalleryId }>('POST', termsUrl(gallery), {}),
  search: (words: string) => ask<readonly FoundIn[]>('GET', `${routes.search}?${new URLSearchParams({ q: words })}`),
  galleries: async () => keptAnswer('galleries', await ask<readonly GalleryCard[]>('GET', routes.galleries)),
  here: () => ask<readonly HereNow[]>('GET', hereRoute),
  news: () => ask<readonly GalleryNews[]>('GET', newsRoute),
  nameLabels: (account: AccountId, names: LabelNames) => ask<Me>('POST', labelsUrl(account), names),
  createGallery: (body: { id: GalleryId; account: AccountId; name: string; scene: SceneId; sceneName: string }) =>
    ask<{ readonly id: GalleryId }>('POST', routes.galleries, body),
}
