/** Where the open gallery leads: its scenes and tabs, its photos, its people, its words. */
import { History, Images, ListChecks, Settings2, Share2, UsersRound } from 'lucide-react'
import type { IntlShape } from 'react-intl'
import { noFilter } from '../../../common/gallery/filter.ts'
import { type WallAddress, wallPairs } from '../../../common/gallery/wall-address.ts'
import type { PersonId } from '../../../common/ids.ts'
import type { SeenGallery, SeenPerson, SeenPhoto, SeenScene } from '../../../common/visibility/seen.ts'
import { currentVersion } from '../../contact-sheet/picture.tsx'
import { splitName } from '../../contact-sheet/split-name.ts'
import { inOrderOfUse, toldApart } from '../../filters/people-order.ts'
import type { GalleryView } from '../../gallery/gallery-view.ts'
import { isToday } from '../../net/server-clock.ts'
import { commentPath } from '../../talk/comment-address.ts'
import { excerpt, type FoundComment } from './gallery-finds.ts'
import type { Item } from './item.ts'
import type { Go } from './studio-items.ts'

export interface Here {
  readonly gallery: SeenGallery
  /** How the wall hangs. */
  readonly wall: WallAddress
  readonly intl: IntlShape
  readonly go: Go
}

const tabs = { share: Share2, people: UsersRound, selections: ListChecks, activity: History, settings: Settings2 } as const

const wallPath = ({ gallery }: Here, wall: WallAddress): string => {
  const search = new URLSearchParams(wallPairs(wall).map(([name, value]) => [name, value])).toString()
  return `/g/${gallery.id}${search ? `?${search}` : ''}`
}

const pictureOf = ({ gallery }: Here, photo: SeenPhoto | undefined): Item['sign'] => {
  const version = photo && photo.state === 'ready' ? currentVersion(photo) : null
  const of = photo && version ? { photo: photo.id, picture: { version: version.id, thumbhash: version.thumbhash } } : null
  return { picture: { gallery: gallery.id, of } }
}

export function sceneItems(here: Here, scenes: readonly SeenScene[], photosOf: GalleryView['photosOf']): readonly Item[] {
  return scenes.map(({ id, name }) => ({
    id,
    text: name,
    more: here.intl.formatMessage({ id: 'palette.scene' }, { gallery: here.gallery.name }),
    edge: here.intl.formatNumber(photosOf.get(id)?.length ?? 0),
    sign: pictureOf(
      here,
      photosOf.get(id)?.find(({ state }) => state === 'ready'),
    ),
    act: () => here.go(wallPath(here, { ...here.wall, filter: { ...here.wall.filter, scene: id } })),
  }))
}

export function tabItems(here: Here): readonly Item[] {
  const { gallery, intl, wall, go } = here
  const more = intl.formatMessage({ id: 'palette.tab' }, { gallery: gallery.name })
  const all = { id: 'photos', text: intl.formatMessage({ id: 'palette.allPhotos' }), more, sign: { icon: Images } }
  return [
    { ...all, act: () => go(wallPath(here, { ...wall, filter: noFilter })) },
    ...(Object.keys(tabs) as (keyof typeof tabs)[]).map((tab) => ({
      id: tab,
      text: intl.formatMessage({ id: `desk.${tab}` }),
      more,
      sign: { icon: tabs[tab] },
      act: () => go(`/g/${gallery.id}?tab=${tab}`),
    })),
  ]
}

export function photoItems(here: Here, photos: readonly SeenPhoto[], scenes: readonly SeenScene[]): readonly Item[] {
  return photos.map((photo) => {
    const [path, search = ''] = wallPath(here, here.wall).split('?')
    const scene = scenes.find(({ id }) => id === photo.scene)
    return {
      id: photo.id,
      text: photo.cameraName,
      ...(scene ? { more: scene.name } : {}),
      sign: pictureOf(here, photo),
      act: () => here.go(`${path}/p/${photo.id}${search ? `?${search}` : ''}`),
    }
  })
}

interface Choosers {
  readonly people: ReadonlyMap<PersonId, SeenPerson>
  readonly picksOf: ReadonlyMap<PersonId, number>
}

/** Clients, whoever chose most first; chosen, one leads to what they chose. */
export function personItems(here: Here, { people, picksOf }: Choosers): readonly Item[] {
  const { gallery, intl, wall, go } = here
  const clients = [...people.values()].filter(({ id, staff, apart }) => !staff && (!apart || picksOf.has(id)))
  const twice = toldApart(clients)
  const flag = gallery.rights.flag === 'none' ? null : 'pick'
  const filterOf = (person: PersonId) => ({ ...noFilter, person, flag }) as const
  return inOrderOfUse(clients, { picks: picksOf, me: null, chosen: null }).map(({ id, name, email }) => {
    const which = twice.has(id) ? (email ?? intl.formatMessage({ id: 'find.nth' }, { nth: twice.get(id) })) : 'none'
    return {
      id,
      text: name,
      more: intl.formatMessage({ id: flag ? 'palette.chosen' : 'palette.marked' }, { which }),
      edge: intl.formatNumber(picksOf.get(id) ?? 0),
      sign: { person: { id, name } },
      act: () => go(wallPath(here, { ...wall, filter: filterOf(id) })),
    }
  })
}

export function commentItems(
  here: Here,
  found: readonly FoundComment[],
  of: { readonly people: Choosers['people']; readonly words: readonly string[] },
): readonly Item[] {
  const { gallery, intl, go } = here
  return found.map(({ photo, comment: { id, body, at, author } }) => ({
    id,
    text: excerpt(body, of.words),
    more: splitName(photo.cameraName)[1],
    edge: isToday(at)
      ? intl.formatTime(at, { hour: '2-digit', minute: '2-digit' })
      : intl.formatDate(at, { day: 'numeric', month: 'short' }),
    sign: { person: { id: author, name: of.people.get(author)?.name ?? '' } },
    act: () => go(commentPath(gallery.id, photo.id, id)),
  }))
}
