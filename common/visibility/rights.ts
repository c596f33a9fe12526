/** Who may do what: defaults of the roles, changed by the gallery, lowered by a link; several grants give the higher of each. */
import {
  type ClientRole,
  type GalleryState,
  type RightLevel,
  type RightName,
  type Rights,
  rightNames,
  type Terms,
} from '../gallery/model.ts'
import { countingGrants, isStaff } from './see.ts'
import type { Viewer } from './viewer.ts'

const every = (level: RightLevel): Rights => rightsFrom(() => level)
const nothing = every('none')
const invited: Rights = { ...every('edit'), upload: 'none', download: 'view', hide: 'none' }
const guest: Rights = { ...every('edit'), select: 'view', draw: 'view', upload: 'none', download: 'none', hide: 'none' }

export const defaultRights: Readonly<Record<ClientRole, Rights>> = {
  mainClient: every('edit'),
  invited,
  clientInvited: invited,
  guestEmail: guest,
  guestSocial: guest,
  guestLink: guest,
  vendor: { ...every('none'), download: 'edit' },
}

const heights: readonly RightLevel[] = ['none', 'view', 'edit']
const height = (level: RightLevel): number => heights.indexOf(level)
const higher = (a: RightLevel, b: RightLevel): RightLevel => (height(a) >= height(b) ? a : b)
const lower = (a: RightLevel, b: RightLevel): RightLevel => (height(a) <= height(b) ? a : b)

export function rightsOf(viewer: Viewer, state: GalleryState): Rights {
  if (isStaff(viewer)) return mayManage(viewer) ? every('edit') : { ...every('edit'), upload: 'none' }
  const [first, ...more] = countingGrants(viewer, state).map((grant) => grantRights(grant, state))
  if (!first) return nothing
  return more.length === 0 ? first : rightsFrom((name) => more.reduce<RightLevel>((level, one) => higher(level, one[name]), first[name]))
}

/** What one grant allows, before others are added to it. Hiding is for main clients alone, whatever a gallery says. */
export function grantRights(grant: Pick<Terms, 'role' | 'rights'>, { gallery }: GalleryState): Rights {
  const known = remembered.get(grant)
  if (known?.gallery === gallery) return known.rights
  const rights = workedOut(grant, gallery)
  remembered.set(grant, { gallery, rights })
  return rights
}

/** Asked several times for every push of the same few viewers; records are never changed, only replaced. */
const remembered = new WeakMap<object, { readonly gallery: GalleryState['gallery']; readonly rights: Rights }>()

function workedOut(grant: Pick<Terms, 'role' | 'rights'>, gallery: GalleryState['gallery']): Rights {
  const base = { ...defaultRights[grant.role], ...gallery.rights[grant.role] }
  return rightsFrom((name) => {
    if (name === 'hide' && grant.role !== 'mainClient') return 'none'
    return lower(base[name], grant.rights[name] ?? 'edit')
  })
}

/** Whether the right reaches this level. */
export function may(viewer: Viewer, state: GalleryState, right: RightName, level: 'view' | 'edit' = 'edit'): boolean {
  return height(rightsOf(viewer, state)[right]) >= height(level)
}

/** Staff who may change the gallery, its scenes, photos and shares. */
export function mayManage(viewer: Viewer): boolean {
  return viewer.staff?.inScope === true && (viewer.staff.owner || viewer.staff.write)
}

function rightsFrom(levelOf: (name: RightName) => RightLevel): Rights {
  return Object.fromEntries(rightNames.map((name) => [name, levelOf(name)])) as Record<RightName, RightLevel>
}
