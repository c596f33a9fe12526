/** The demo studio: invented people, real photographs (their credits are in NOTICE). The ids are fixed, so that a demo cut short is completed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import {
  type GalleryId,
  type GrantId,
  type IdKind,
  idBodyLength,
  type LinkId,
  type PhotoId,
  prefixes,
  type SceneId,
  type UserId,
} from '../../common/ids.ts'

const demoId = (kind: IdKind, name: string): string => `${prefixes[kind]}_${`demo${name}`.padEnd(idBodyLength, '0')}`

export const photographer = {
  id: demoId('user', 'JonasReiter') as UserId,
  name: 'Jonas Reiter',
  email: 'jonas.reiter@studio-reiter.example',
} as const
export const studio = 'Studio Reiter'

export const gallery = demoId('gallery', 'Hinterland') as GalleryId
export const galleryName = 'Hinterland'

export const scenes = [
  { id: demoId('scene', 'Outdoors') as SceneId, name: 'Outdoors' },
  { id: demoId('scene', 'StillLife') as SceneId, name: 'Still life' },
  { id: demoId('scene', 'Friends') as SceneId, name: 'Friends' },
] as const
export const stillLife = scenes[1].id
/** Guests who came by a link, an e-mail or a social share do not see the still lifes. */
export const guests = ['guestLink', 'guestEmail', 'guestSocial'] as const

/** Staff hold no grant; entering names one all the same. */
export const firstGrant = demoId('grant', 'Staff') as GrantId

export const hidden = ['PRF_0003.jpg', 'PRF_0027.jpg'] as const

export const links = [
  { id: demoId('link', 'MainClient') as LinkId, who: 'main client', role: 'mainClient', welcomes: 'Clara Winter', scenes: 'all' },
  { id: demoId('link', 'Invited') as LinkId, who: 'invited', role: 'invited', welcomes: 'Noah Lind', scenes: [scenes[0].id, stillLife] },
  {
    id: demoId('link', 'Guest') as LinkId,
    who: 'guest',
    role: 'guestLink',
    welcomes: 'Mara Vogt',
    scenes: scenes.map((scene) => scene.id),
  },
] as const

export interface DemoPhoto {
  readonly id: PhotoId
  readonly scene: SceneId
  readonly cameraName: string
  readonly order: number
  readonly path: string
}

const credit = z.object({ file: z.string(), scene: z.string() })

/** `folder` is the project's `demo`. */
export function demoPhotos(folder: string): readonly DemoPhoto[] {
  const credits = z.array(credit).parse(JSON.parse(readFileSync(join(folder, 'credits.json'), 'utf8')))
  return credits.map(({ file, scene }, order) => ({
    id: demoId('photo', file.replace(/\W|\.jpg$/g, '').replace('_', '')) as PhotoId,
    scene: scenes.find(({ name }) => name === scene)?.id ?? scenes[0].id,
    cameraName: file,
    order,
    path: join(folder, 'photographs', file),
  }))
}
