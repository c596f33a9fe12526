/** What the menu of these photos offers: only what this person may do, and what there is something to do about. */
import {
  Check,
  CheckSquare,
  CircleCheck,
  CircleMinus,
  Columns2,
  Download,
  Eye,
  EyeOff,
  Heart,
  History,
  Image,
  Link2,
  type LucideIcon,
  MessageSquare,
  Trash2,
  X,
} from 'lucide-react'
import { useIntl } from 'react-intl'
import { useLocation, useNavigate } from 'react-router'
import { toast } from 'sonner'
import type { KeyName } from '../../../common/key-wishes.ts'
import type { SeenPhoto } from '../../../common/visibility/seen.ts'
import { sidePath, sideSearch } from '../../compare/address.ts'
import { mostSurveyed } from '../../compare/survey.ts'
import { useSideBySide } from '../../compare/use-side-by-side.ts'
import { currentVersion } from '../../contact-sheet/picture.tsx'
import { gathered, type Held } from '../../contact-sheet/wall-hand.ts'
import { useGallery, useGalleryStore } from '../../gallery/use-gallery.tsx'
import { keyOf, keyWords } from '../../keyboard/key-map.ts'
import { useLaidKeys } from '../../keyboard/key-wishes.ts'
import type { MarkAct } from '../../keyboard/keys.ts'
import { useMarking } from '../../keyboard/use-mark-keys.ts'
import { useChoosing } from '../../lists/choosing.tsx'
import type { ToWrite } from '../../loupe/use-write-asked.ts'
import { pictureUrl } from '../../net/picture-address.ts'
import { useCopyAddress } from '../../talk/use-copy-address.ts'
import type { DeskAsk } from '../asking.tsx'
import { useTeamList } from '../lists/use-team-list.ts'
import { useHiding } from '../use-hiding.ts'
import { useSaidCommand } from '../use-said-command.ts'

export interface MenuAct {
  readonly id: string
  readonly icon: LucideIcon
  readonly text: string
  readonly key?: string
  readonly act: () => void
}

export interface MenuHand {
  /** In the order they hang. */
  readonly photos: readonly SeenPhoto[]
  readonly held: Held
  /** What hangs, in order: one photo is compared with the next. */
  readonly hanging: readonly SeenPhoto[]
  readonly onHold: (held: Held) => void
  readonly onAsk: (ask: DeskAsk) => void
}

/** In groups, as they stand. */
export function useMenuActs(hand: MenuHand): {
  readonly looking: readonly MenuAct[]
  readonly laying: readonly MenuAct[]
  readonly last: readonly MenuAct[]
} {
  const marks = useMarkActs(hand)
  const looks = useLookActs(hand)
  const laying = useLayActs(hand)
  const last = useLastActs(hand)
  return { looking: [...marks, ...looks], laying, last }
}

const pictured = (photos: readonly SeenPhoto[]): boolean => photos.every(({ state }) => state === 'ready')

function useText() {
  const intl = useIntl()
  const { scheme, laid } = useLaidKeys()
  return {
    text: (id: string, values: Record<string, string | number> = {}) => intl.formatMessage({ id }, values),
    key: (name: KeyName) => ({ key: keyWords(keyOf(scheme, laid, name)) ?? '' }),
  }
}

function useMarkActs({ photos }: MenuHand): readonly MenuAct[] {
  const { text, key } = useText()
  const store = useGalleryStore()
  const { gallery } = useGallery()
  const mark = useMarking()
  const { current, mayChoose, holds } = useChoosing()
  const choose = useTeamList()
  if (!gallery || !pictured(photos)) return []
  const ids = photos.map(({ id }) => id)
  const mine = ids.map((id) => store.marks(id).mine)
  const by = (act: MarkAct) => () => void mark(ids, act)
  const acts: MenuAct[] = []
  if (gallery.rights.flag === 'edit') {
    acts.push(
      { id: 'pick', icon: Check, text: text('mark.Pick'), ...key('pick'), act: by({ type: 'flag', flag: 'pick' }) },
      { id: 'reject', icon: X, text: text('mark.Reject'), ...key('reject'), act: by({ type: 'flag', flag: 'reject' }) },
    )
    if (mine.some(({ flag }) => flag !== null))
      acts.push({ id: 'unflag', icon: CircleMinus, text: text('mark.Unflag'), ...key('unflag'), act: by({ type: 'flag', flag: null }) })
  }
  if (gallery.rights.favourite === 'edit')
    acts.push({ id: 'favourite', icon: Heart, text: text('keys.favourite'), ...key('favourite'), act: by({ type: 'favourite' }) })
  if (current && mayChoose && current.lock === null) {
    const name = text(holds(ids) ? 'menu.outOf' : 'menu.into', { list: current.selection.name })
    acts.push({ id: 'choose', icon: CircleCheck, text: name, ...key('choose'), act: () => void choose(ids) })
  }
  return acts
}

function useLookActs({ photos, held, hanging }: MenuHand): readonly MenuAct[] {
  const { text, key } = useText()
  const { gallery } = useGallery()
  const navigate = useNavigate()
  const { search } = useLocation()
  const side = useSideBySide()
  const [first] = photos
  if (!gallery || !first || !pictured(photos)) return []
  const laid = { selected: new Set(photos.map(({ id }) => id)), active: first.id, wall: hanging.map(({ id }) => id) }
  const many = photos.length > 4
  const acts: MenuAct[] = []
  if (hanging.length > 1)
    acts.push({
      id: 'compare',
      icon: Columns2,
      text: text(many ? 'survey.open' : 'compare.open'),
      ...key(many ? 'survey' : 'compare'),
      act: () => void side.compare({ ...laid, active: held.active && laid.selected.has(held.active) ? held.active : first.id }),
    })
  if (photos.length === 1 && gallery.rights.comment === 'edit') {
    const state: ToWrite & { readonly fromWall: true } = { write: true, fromWall: true }
    const write = () => void navigate(`/g/${gallery.id}/p/${first.id}${search}`, { state })
    acts.push({ id: 'comment', icon: MessageSquare, text: text('menu.comment'), ...key('comment'), act: write })
  }
  return acts
}

function useLayActs({ photos, held, onHold }: MenuHand): readonly MenuAct[] {
  const { text } = useText()
  const { gallery, actions } = useGallery()
  const command = useSaidCommand()
  const hide = useHiding()
  const copy = useCopyAddress()
  const [first] = photos
  if (!gallery || !first) return []
  const ids = photos.map(({ id }) => id)
  const one = photos.length === 1
  const acts: MenuAct[] = []
  const cover = async () => {
    const done = await command({ type: 'gallery:change', cover: first.id })
    if (done) toast(text('menu.cover.done', { photo: first.cameraName }))
  }
  if (one && gallery.write && first.state === 'ready' && gallery.cover !== first.id)
    acts.push({ id: 'cover', icon: Image, text: text('menu.cover'), act: () => void cover() })
  if (gallery.rights.hide === 'edit') {
    const hidden = photos.every((photo) => photo.hidden)
    const turn = () => (hidden ? actions.show(ids) : hide(ids))
    acts.push({ id: 'hide', icon: hidden ? Eye : EyeOff, text: text(hidden ? 'menu.show' : 'batch.hide'), act: turn })
  }
  if (one && !held.selected.has(first.id))
    acts.push({ id: 'select', icon: CheckSquare, text: text('tile.gather.short'), act: () => onHold(gathered(held, first.id)) })
  const address = one
    ? `/g/${gallery.id}/p/${first.id}`
    : `${sidePath(gallery.id, 'survey')}${sideSearch('', { photos: ids, active: null })}`
  if (one || (ids.length <= mostSurveyed && pictured(photos)))
    acts.push({ id: 'copy', icon: Link2, text: text('menu.copy'), act: () => copy(address) })
  return acts
}

function useLastActs({ photos, onAsk }: MenuHand): readonly MenuAct[] {
  const { text } = useText()
  const { gallery } = useGallery()
  const navigate = useNavigate()
  const [first] = photos
  if (!gallery || !first) return []
  const version = photos.length === 1 && first.state === 'ready' && gallery.rights.download === 'edit' ? currentVersion(first) : null
  const download = () => version && fetchFile(pictureUrl(gallery.id, first.id, version.id, 'original'), first.cameraName)
  const past = () => void navigate(`/g/${gallery.id}?tab=activity&of=${first.id}`)
  const remove = () => onAsk({ remove: photos.map(({ id }) => id) })
  return [
    ...(version ? [{ id: 'download', icon: Download, text: text('loupe.download'), act: download }] : []),
    ...(photos.length === 1 ? [{ id: 'history', icon: History, text: text('menu.history'), act: past }] : []),
    ...(gallery.write ? [{ id: 'remove', icon: Trash2, text: text('batch.remove'), act: remove }] : []),
  ]
}

/** A menu's item is no link: a link does it for it. */
function fetchFile(href: string, download: string): void {
  Object.assign(document.createElement('a'), { href, download }).click()
}
