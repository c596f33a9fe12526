/** What this person may do on the desk now, as items. Rights are the gallery's own; what is selected is acted on as far as it hangs. */
import { Columns2, Eye, EyeOff, FolderPlus, Keyboard, ListChecks, Move, Redo2, Share2, Trash2, Undo2, Upload } from 'lucide-react'
import { useIntl } from 'react-intl'
import { toast } from 'sonner'
import { type ClientRole, clientRoles } from '../../../common/gallery/model.ts'
import type { PhotoId, SceneId } from '../../../common/ids.ts'
import type { SeenScene } from '../../../common/visibility/seen.ts'
import { useSideBySide } from '../../compare/use-side-by-side.ts'
import type { Held } from '../../contact-sheet/wall-hand.ts'
import { useGallery } from '../../gallery/use-gallery.tsx'
import { keyOf, keyWords } from '../../keyboard/key-map.ts'
import { useLaidKeys } from '../../keyboard/key-wishes.ts'
import type { DeskAsk } from '../asking.tsx'
import { useAddScene } from '../use-add-scene.ts'
import { useHiding } from '../use-hiding.ts'
import { useSaidCommand } from '../use-said-command.ts'
import type { Item } from './item.ts'

export interface DeskHand {
  readonly held: Held
  /** What is selected and hangs, in order; nothing where the wall is not what one looks at. */
  readonly photos: readonly PhotoId[]
  /** Into the scene that is named, else into the one that is open; null where files cannot be chosen. */
  readonly onAdd: ((scene: SceneId | null) => void) | null
  readonly onAsk: (ask: DeskAsk) => void
}

/** `ofScenes`: one for each scene, so offered only to whoever looks for something. */
export function useDeskCommands(hand: DeskHand): { readonly commands: readonly Item[]; readonly ofScenes: readonly Item[] } {
  const { gallery, scenes } = useGallery()
  const own = useGalleryCommands(hand)
  const held = useHeldCommands(hand)
  const scene = useSceneCommands(hand)
  return { commands: [...held, ...own], ofScenes: gallery?.write ? scenes.flatMap(scene) : [] }
}

function useGalleryCommands({ onAdd, onAsk }: DeskHand): readonly Item[] {
  const intl = useIntl()
  const { gallery, actions, canUndo, canRedo } = useGallery()
  const addScene = useAddScene()
  const text = (id: string) => intl.formatMessage({ id })
  const scene = async () => {
    const id = await addScene()
    if (id) onAsk({ scene: id })
  }
  const items: Item[] = []
  if (gallery?.write && onAdd) items.push({ id: 'add', text: text('upload.add'), sign: { icon: Upload }, act: () => onAdd(null) })
  if (gallery?.write)
    items.push(
      { id: 'add-scene', text: text('scene.add'), sign: { icon: FolderPlus }, act: () => void scene() },
      { id: 'do-share', text: text('share.title'), sign: { icon: Share2 }, act: () => onAsk('share') },
      { id: 'ask', text: text('lists.dialog.new'), sign: { icon: ListChecks }, act: () => onAsk('list') },
    )
  if (canUndo) items.push({ id: 'undo', text: text('keys.undo'), sign: { icon: Undo2 }, keys: ['⌘ Ctrl', 'Z'], act: actions.undo })
  if (canRedo) items.push({ id: 'redo', text: text('keys.redo'), sign: { icon: Redo2 }, keys: ['⇧', '⌘ Ctrl', 'Z'], act: actions.redo })
  items.push({ id: 'keys', text: text('keys.title'), sign: { icon: Keyboard }, keys: ['?'], act: () => onAsk('help') })
  return items
}

/** For all that is selected. */
function useHeldCommands({ held, photos, onAsk }: DeskHand): readonly Item[] {
  const intl = useIntl()
  const { gallery, actions, photoById } = useGallery()
  const hide = useHiding()
  const { scheme, laid } = useLaidKeys()
  const side = useSideBySide()
  const n = photos.length
  if (n === 0) return []
  const text = (id: string) => intl.formatMessage({ id }, { n })
  const keys = (name: 'compare' | 'survey') => keyWords(keyOf(scheme, laid, name)) ?? '–'
  const items: Item[] = []
  if (n > 1) {
    const name = n > 4 ? 'survey' : 'compare'
    const compare = () => void side.compare({ ...held, wall: photos })
    items.push({ id: 'compare', text: text('palette.compare'), sign: { icon: Columns2 }, keys: [keys(name)], act: compare })
  }
  if (gallery?.rights.hide === 'edit') {
    const hidden = photos.every((photo) => photoById.get(photo)?.hidden)
    const turn = hidden ? actions.show : hide
    items.push({
      id: 'hide',
      text: text(hidden ? 'palette.show' : 'palette.hide'),
      sign: { icon: hidden ? Eye : EyeOff },
      act: () => turn(photos),
    })
  }
  if (gallery?.write)
    items.push({ id: 'remove', text: text('palette.remove'), sign: { icon: Trash2 }, act: () => onAsk({ remove: photos }) })
  return items
}

/** Whoever comes by a link of their own. */
const guests: readonly ClientRole[] = clientRoles.filter((role) => role.startsWith('guest'))

function useSceneCommands({ photos, onAdd }: DeskHand): (scene: SeenScene) => readonly Item[] {
  const intl = useIntl()
  const command = useSaidCommand()
  const say = (id: string, values: Record<string, string | number>) => intl.formatMessage({ id }, values)
  return ({ id, name, hiddenFor = [] }) => {
    const hidden = guests.every((role) => hiddenFor.includes(role))
    const turn = async () => {
      const others = hiddenFor.filter((role) => !guests.includes(role))
      const done = await command({ type: 'scene:change', id, hiddenFor: hidden ? others : [...others, ...guests] })
      if (done) toast(say(hidden ? 'palette.sceneShown' : 'palette.sceneHidden', { name }))
    }
    const move = async () => {
      const done = await command({ type: 'photo:move', photos: [...photos], scene: id })
      if (done) toast(say('palette.moved', { n: photos.length, name }))
    }
    const moving = {
      id: `move-${id}`,
      text: say('palette.moveTo', { n: photos.length, name }),
      sign: { icon: Move },
      act: () => void move(),
    }
    return [
      ...(photos.length > 0 ? [moving] : []),
      ...(onAdd ? [{ id: `add-${id}`, text: say('palette.addTo', { name }), sign: { icon: Upload }, act: () => onAdd(id) }] : []),
      {
        id: `turn-${id}`,
        text: say(hidden ? 'palette.showScene' : 'palette.hideScene', { name }),
        sign: { icon: hidden ? Eye : EyeOff },
        act: () => void turn(),
      },
    ]
  }
}
