/** The demo: made at the very first start unless that was told to be empty, and kept like any other studio from then on. */
import { markFresh } from '../people/accounts.ts'
import type { DemoDeps } from './deps.ts'
import { gallery, links, photographer } from './facts.ts'
import { makeDemo } from './make.ts'

/** Milliseconds the photographer's printed link waits to be used. */
const signInLasts = 7 * 24 * 3_600_000

export interface Address {
  readonly who: string
  readonly url: string
}

/** `wanted: false` settles that there will be none. Later starts only complete what the first one began. */
export async function openDemo(deps: DemoDeps, wanted: boolean): Promise<boolean> {
  const { names } = deps.store
  const first = wanted ? 'demo' : 'empty'
  if (!wanted && (await names.owner('first-start')) === null) await markFresh(deps.store)
  const begun = (await names.reserve('first-start', first)) ? first : await names.owner('first-start')
  if (!wanted || begun !== 'demo') return false
  if ((await names.owner('demo-made')) === null) {
    await makeDemo(deps)
    await names.reserve('demo-made', gallery)
  }
  return true
}

/**
 * The demo's doors, with a fresh sign-in link for its photographer. Links somebody revoked are left out. `base` is where browsers find the
 * server, `here` where those of this machine do; both without a slash at the end.
 */
export async function demoAddresses(
  { galleries, people, clock }: DemoDeps,
  { base, here }: { readonly base: string; readonly here: string },
): Promise<readonly Address[]> {
  const state = await galleries.state(gallery)
  if (!state) return []
  const now = clock.now()
  const secret = await people.makeSignInLink({ user: photographer.id, goTo: `/g/${gallery}`, local: true }, now + signInLasts)
  const shared = links.flatMap(({ id, who }) => {
    const link = state.links.get(id)
    return link && link.revokedAt === null ? [{ who, url: `${base}/l/${link.token}` }] : []
  })
  return [{ who: 'photographer', url: `${here}/sign-in/${secret}` }, ...shared]
}
