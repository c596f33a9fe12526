/** What every page of the studio offers: its galleries and pages, and how they look. Plain items; what may be done is asked of whoever gives it. */
import { FolderPlus, Images, Languages, Moon, Settings, Sun } from 'lucide-react'
import type { IntlShape } from 'react-intl'
import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import type { GalleryId } from '../../../common/ids.ts'
import type { FoundIn, GalleryCard, MyAccount } from '../../../common/protocol/http.ts'
import { useOtherLanguage } from '../../app/language.tsx'
import { useThemeNow } from '../../ui/theme.tsx'
import type { Item } from './item.ts'

export type Go = (path: string) => void

/** Galleries in scope, the latest activity first. */
export function galleryItems(cards: readonly GalleryCard[], intl: IntlShape, go: Go): readonly Item[] {
  const names = new Map(cards.map(({ id, name }) => [id, name]))
  return [...cards]
    .sort((a, b) => b.lastActivityAt - a.lastActivityAt || (a.id < b.id ? -1 : 1))
    .map(({ id, name, parent, cover, photos }) => ({
      id,
      text: name,
      more: intl.formatMessage({ id: 'palette.gallery' }, { parent: (parent && names.get(parent)) ?? 'none' }),
      edge: intl.formatNumber(photos),
      sign: { picture: { gallery: id, of: cover ? { photo: cover.photo, picture: cover } : null } },
      act: () => go(`/g/${id}`),
    }))
}

/** Photos the server found in other galleries. */
export function foundItems(found: readonly FoundIn[], here: GalleryId | null, go: Go): readonly Item[] {
  return found
    .filter(({ gallery }) => gallery !== here)
    .flatMap(({ gallery, name, photos }) =>
      photos.map((photo) => ({
        id: photo.photo,
        text: photo.cameraName,
        more: `${name}, ${photo.scene}`,
        sign: { picture: { gallery, of: photo } },
        act: () => go(`/g/${gallery}/p/${photo.photo}`),
      })),
    )
}

interface StudioItems {
  readonly places: readonly Item[]
  readonly commands: readonly Item[]
}

/** `onNew`: null for whoever may not make galleries here. */
export function useStudioItems(studio: Pick<MyAccount, 'settings'> | null, onNew: (() => void) | null): StudioItems {
  const intl = useIntl()
  const navigate = useNavigate()
  const { theme, turn } = useThemeNow()
  const other = useOtherLanguage()
  const text = (id: string) => intl.formatMessage({ id })
  const places: Item[] = [{ id: 'home', text: text('account.galleries'), sign: { icon: Images }, act: () => void navigate('/') }]
  if (studio?.settings)
    places.push({ id: 'settings', text: text('studioSettings.title'), sign: { icon: Settings }, act: () => void navigate('/settings') })
  const commands: Item[] = onNew ? [{ id: 'new', text: text('home.new'), sign: { icon: FolderPlus }, act: onNew }] : []
  commands.push(
    { id: 'theme', text: text(theme === 'dark' ? 'theme.light' : 'theme.dark'), sign: { icon: theme === 'dark' ? Sun : Moon }, act: turn },
    { id: 'language', text: other.name, sign: { icon: Languages }, act: other.choose },
  )
  return { places, commands }
}
