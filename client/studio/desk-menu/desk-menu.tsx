/** Everything that can be done with a photo of the desk, or with all that are selected, where it was asked for. */
import { Check, ChevronRight, FolderPlus, Move } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SceneId } from '../../../common/ids.ts'
import { useMedia } from '../../contact-sheet/use-media.ts'
import type { MenuAsk } from '../../contact-sheet/wall.tsx'
import { useGallery, useGalleryStore } from '../../gallery/use-gallery.tsx'
import { useAddScene } from '../use-add-scene.ts'
import { useSaidCommand } from '../use-said-command.ts'
import { type MenuAct, type MenuHand, useMenuActs } from './menu-acts.ts'
import { MenuMarks } from './menu-marks.tsx'
import './desk-menu.css'

export interface DeskMenuProps extends Omit<MenuHand, 'photos'> {
  readonly ask: MenuAsk
}

/** As in the style sheet: the menu lies at the bottom, and nothing has room beside it. */
const narrow = '(max-width: 760px)'

export function DeskMenu({ ask, ...hand }: DeskMenuProps) {
  const intl = useIntl()
  const store = useGalleryStore()
  const { gallery, actions } = useGallery()
  const low = useMedia(narrow)
  const chosen = useRef<(() => void) | null>(null)
  // The press that asks for the menu may end over it: only one that begins in it chooses.
  const pressed = useRef(false)
  const together = hand.held.selected.has(ask.photo.id)
  const photos = together ? hand.hanging.filter(({ id }) => hand.held.selected.has(id)) : [ask.photo]
  const ids = photos.map(({ id }) => id)
  const { looking, laying, last } = useMenuActs({ ...hand, photos })
  const ready = photos.every(({ state }) => state === 'ready')
  const may = { stars: ready && gallery?.rights.stars === 'edit', label: ready && gallery?.rights.label === 'edit' }
  const name = photos.length === 1 ? ask.photo.cameraName : intl.formatMessage({ id: 'menu.photos' }, { n: photos.length })
  /** Done once the menu is gone and the focus is back: what opens then gives it back to the photo. */
  const then = (act: () => void) => {
    chosen.current = act
  }
  return (
    <DropdownMenu.Root open onOpenChange={(open) => !open && ask.onClose()}>
      <Spot ask={ask} />
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu desk-menu"
          aria-labelledby={undefined}
          aria-label={name}
          align="start"
          side="bottom"
          sideOffset={2}
          collisionPadding={8}
          onPointerDownCapture={() => {
            pressed.current = true
          }}
          onPointerUpCapture={(event) => {
            if (!pressed.current) event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            ask.anchor.focus({ preventScroll: true })
            chosen.current?.()
          }}
        >
          <DropdownMenu.Label className="t trunc">{name}</DropdownMenu.Label>
          <MenuMarks marks={ids.map((id) => store.marks(id).mine)} may={may} onMark={(patch) => then(() => actions.mark(ids, patch))} />
          <Acts acts={looking} then={then} />
          {gallery?.write && <MoveTo low={low} photos={photos} onAsk={hand.onAsk} then={then} />}
          <Acts acts={laying} then={then} bare={gallery?.write === true} />
          <Acts acts={last} then={then} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** What the menu hangs on: where a pointer was, else the lower edge of what it was asked for at. */
function Spot({ ask: { anchor, at } }: { readonly ask: MenuAsk }) {
  const [{ left, bottom }] = useState(() => anchor.getBoundingClientRect())
  const place = at ? { left: at.x, top: at.y } : { left: left + 8, top: Math.min(bottom, window.innerHeight - 8) }
  return <DropdownMenu.Trigger className="menu-spot" tabIndex={-1} aria-hidden="true" style={place} />
}

interface ActsProps {
  readonly acts: readonly MenuAct[]
  readonly then: (act: () => void) => void
  /** No line above: it goes on. */
  readonly bare?: boolean
}

function Acts({ acts, then, bare = false }: ActsProps) {
  if (acts.length === 0) return null
  return (
    <>
      {!bare && <DropdownMenu.Separator className="line" />}
      {acts.map(({ id, icon: Icon, text, key, act }) => (
        <DropdownMenu.Item key={id} onSelect={() => then(act)}>
          <Icon className="i" aria-hidden="true" />
          <span className="trunc">{text}</span>
          {key && <kbd>{key}</kbd>}
        </DropdownMenu.Item>
      ))}
    </>
  )
}

interface MoveToProps extends Pick<MenuHand, 'photos' | 'onAsk'> {
  readonly low: boolean
  readonly then: (act: () => void) => void
}

function MoveTo({ low, photos, onAsk, then }: MoveToProps) {
  const { scenes, photosOf } = useGallery()
  const command = useSaidCommand()
  const addScene = useAddScene()
  const ids = photos.map(({ id }) => id)
  const move = (scene: SceneId) => command({ type: 'photo:move', photos: [...ids], scene })
  const toNew = async () => {
    const scene = await addScene()
    if (scene && (await move(scene))) onAsk({ scene })
  }
  const inside = scenes.find(({ id }) => photos.every(({ scene }) => scene === id))
  const words = (
    <>
      <Move className="i" aria-hidden="true" />
      <FormattedMessage id="menu.move" />
    </>
  )
  if (low)
    return (
      <>
        <DropdownMenu.Separator className="line" />
        <DropdownMenu.Item onSelect={() => then(() => onAsk({ move: ids }))}>{words}</DropdownMenu.Item>
      </>
    )
  return (
    <>
      <DropdownMenu.Separator className="line" />
      <DropdownMenu.Sub>
        <DropdownMenu.SubTrigger>
          {words}
          <ChevronRight className="i s end" aria-hidden="true" />
        </DropdownMenu.SubTrigger>
        <DropdownMenu.Portal>
          <DropdownMenu.SubContent className="menu desk-menu scenes" collisionPadding={8}>
            {scenes.map(({ id, name }) => (
              <DropdownMenu.Item key={id} disabled={id === inside?.id} onSelect={() => then(() => void move(id))}>
                <span className="trunc">{name}</span>
                {id === inside?.id ? (
                  <Check className="i s end" aria-hidden="true" />
                ) : (
                  <span className="edge">{photosOf.get(id)?.length ?? 0}</span>
                )}
              </DropdownMenu.Item>
            ))}
            <DropdownMenu.Separator className="line" />
            <DropdownMenu.Item onSelect={() => then(() => void toNew())}>
              <FolderPlus className="i" aria-hidden="true" />
              <FormattedMessage id="scene.add" />
            </DropdownMenu.Item>
          </DropdownMenu.SubContent>
        </DropdownMenu.Portal>
      </DropdownMenu.Sub>
    </>
  )
}
