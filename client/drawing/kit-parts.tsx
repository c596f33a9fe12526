/** Parts of the rail and of the sheet on phones: tools, widths, colours, undo and redo. */
import { Lock, Redo2, Undo2 } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { useGallery, usePhotoTalk } from '../gallery/use-gallery.tsx'
import { keyOf, keyWords } from '../keyboard/key-map.ts'
import { useLaidKeys } from '../keyboard/key-wishes.ts'
import { isStaff, sharesSheet } from '../sheet/audience.ts'
import { hueClass } from '../ui/hue.ts'
import { smooth, wax } from '../ui/strokes.ts'
import { useDrawRoom } from './draw-room.tsx'
import { drawTools, palette, type Thickness } from './kit.ts'
import { toolIcons } from './tool-icons.ts'

export function Tools() {
  const intl = useIntl()
  const room = useDrawRoom()
  const { gallery } = useGallery()
  const { scheme, laid } = useLaidKeys()
  const tools = drawTools.filter((tool) => tool !== 'pin' || gallery?.rights.comment === 'edit')
  return tools.map((tool) => {
    const key = keyWords(keyOf(scheme, laid, tool)) ?? ''
    const Icon = toolIcons[tool]
    const pressed = room.on && room.kit.tool === tool
    return (
      <button
        key={tool}
        type="button"
        className="tool"
        aria-pressed={pressed}
        aria-label={intl.formatMessage({ id: `draw.tool.${tool}` })}
        title={`${intl.formatMessage({ id: `draw.tool.${tool}` })} (${key})`}
        onClick={() => (pressed ? room.leave() : room.enter(tool))}
      >
        <Icon className="i" aria-hidden="true" />
        <span className="edge" aria-hidden="true">
          {key}
        </span>
      </button>
    )
  })
}

const samples = ([2, 4, 7] as const).map((width, i) =>
  wax(
    smooth(
      [
        [1, 6],
        [8, 3.5],
        [15, 6],
        [23, 4],
      ],
      2,
    ),
    width,
    i + 2,
  ),
)
const thicknesses: readonly Thickness[] = [0, 1, 2]

/** With a drawing selected the width is its own. */
export function Widths({ photo }: { readonly photo: PhotoId }) {
  const intl = useIntl()
  const room = useDrawRoom()
  const reshape = useReshape(photo)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields
    <div className="widths" role="group" aria-label={intl.formatMessage({ id: 'draw.widths' })}>
      {thicknesses.map((width) => (
        <button
          key={width}
          type="button"
          className="w"
          aria-pressed={room.kit.width === width}
          aria-label={intl.formatMessage({ id: `draw.width.${width}` })}
          onClick={() => {
            reshape.width(width)
            room.hold({ width })
          }}
        >
          <svg width="24" height="10" aria-hidden="true">
            <path d={samples[width] ?? ''} />
          </svg>
        </button>
      ))}
    </div>
  )
}

/** How wide the three widths are beside each other. */
const ratios = [3, 5, 9] as const

/** Width and colour of the selected drawing, if it is one's own. */
function useReshape(photo: PhotoId) {
  const { actions } = useGallery()
  const { drawings } = usePhotoTalk(photo)
  const { selected, kit } = useDrawRoom()
  const own = drawings.find(({ id, mine }) => id === selected && mine)
  return {
    width(to: Thickness) {
      if (own && to !== kit.width) {
        const width = Math.min(0.5, (own.width * ratios[to]) / ratios[kit.width])
        actions.changeDrawing(photo, own.id, { width })
      }
    },
    colour(colour: string | null) {
      if (own && own.colour !== colour) actions.changeDrawing(photo, own.id, { colour })
    },
  }
}

export function Colours({ photo, side }: { readonly photo: PhotoId; readonly side: 'right' | 'top' }) {
  const intl = useIntl()
  const room = useDrawRoom()
  const reshape = useReshape(photo)
  const { me } = useGallery()
  const { colour } = room.kit
  const choices = [{ name: 'own', colour: null }, ...palette] as const
  const name = choices.find((one) => one.colour === colour)?.name ?? 'own'
  const style = (of: string | null) => (of ? { background: of } : undefined)
  return (
    <Popover.Root>
      <Popover.Trigger
        className="tool"
        aria-label={intl.formatMessage({ id: 'draw.colour' }, { name: intl.formatMessage({ id: `draw.colour.${name}` }) })}
      >
        <span className="swatch" style={style(colour)} />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={`draw-colours ${hueClass(me?.person ?? '')}`}
          side={side}
          sideOffset={8}
          collisionPadding={8}
          aria-label={intl.formatMessage({ id: 'draw.colours' })}
        >
          {choices.map((one) => (
            <Popover.Close
              key={one.name}
              aria-pressed={one.colour === colour}
              onClick={() => {
                reshape.colour(one.colour)
                room.hold({ colour: one.colour })
              }}
            >
              <span className="swatch" style={style(one.colour)} />
              {intl.formatMessage({ id: `draw.colour.${one.name}` })}
            </Popover.Close>
          ))}
          <TeamOnly />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

/** Staff whose sheets are shared may draw for the studio alone. */
function TeamOnly() {
  const intl = useIntl()
  const { gallery } = useGallery()
  const { kit, hold } = useDrawRoom()
  if (!gallery || !isStaff(gallery) || !sharesSheet(gallery)) return null
  return (
    <button type="button" aria-pressed={kit.teamOnly} className="team" onClick={() => hold({ teamOnly: !kit.teamOnly })}>
      <Lock className="i s" aria-hidden="true" />
      {intl.formatMessage({ id: 'draw.team' })}
    </button>
  )
}

export function Steps() {
  const intl = useIntl()
  const { actions, canUndo, canRedo } = useGallery()
  return (
    <>
      <button
        type="button"
        className="tool"
        aria-label={intl.formatMessage({ id: 'draw.undo' })}
        disabled={!canUndo}
        onClick={actions.undo}
      >
        <Undo2 className="i" aria-hidden="true" />
      </button>
      <button
        type="button"
        className="tool"
        aria-label={intl.formatMessage({ id: 'draw.redo' })}
        disabled={!canRedo}
        onClick={actions.redo}
      >
        <Redo2 className="i" aria-hidden="true" />
      </button>
    </>
  )
}
