/** The lines in sight, the one small window for marks, and what others do said aloud. */
import { useEffect, useMemo, useState } from 'react'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { arriving } from '../app/arriving.tsx'
import { useArrivals, useSaidArrivals } from './use-arrivals.ts'
import { type MenuAt, useHand, useKeptPlace, useTileContext, type WallRowsProps } from './use-wall-hand.ts'
import { ChapterLine, RowLine } from './wall-lines.tsx'

const WallMenu = arriving(() => import('./wall-menu.tsx').then((m) => m.WallMenu))

export function WallRows(props: WallRowsProps) {
  const { layout, chapters, virtualizer, source, people, me, held } = props
  const stop = held.active && layout.where.has(held.active) ? held.active : null
  const photos = useMemo(() => {
    const byId = new Map<PhotoId, SeenPhoto>()
    for (const chapter of chapters) for (const photo of chapter.photos) byId.set(photo.id, photo)
    return byId
  }, [chapters])
  const arrivals = useArrivals(source)
  const [menu, setMenu] = useState<MenuAt | null>(null)
  const closeMenu = () => setMenu(null)
  const context = useTileContext(props, setMenu)
  useKeptPlace(props)
  const hand = useHand(props, photos, context.onMore)
  const open = menu && photos.get(menu.photo)
  useEffect(() => WallMenu.ahead(), [])
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual wall cannot be a table */}
      <div
        role="grid"
        className="rows"
        tabIndex={-1}
        aria-label={props.label}
        aria-rowcount={layout.lines.length}
        aria-multiselectable="true"
        style={{ height: layout.height }}
        {...hand}
      >
        {virtualizer.getVirtualItems().map(({ index }) => {
          const line = layout.lines[index]
          if (!line) return null
          if (line.kind !== 'row') return <ChapterLine key={`${line.kind} ${line.scene}`} props={props} line={line} index={index} />
          const key = line.frames[0]?.id
          return (
            <RowLine
              key={key}
              line={line}
              index={index}
              held={held}
              stop={stop}
              source={source}
              photos={photos}
              arrivals={arrivals}
              context={context}
            />
          )
        })}
      </div>
      <SaidArrivals source={source} photos={photos} people={people} me={me} />
      {menu && open && props.menu?.({ ...menu, photo: open, onClose: closeMenu })}
      {menu && open && !props.menu && <WallMenu photo={open} anchor={menu.anchor} wall={props} onClose={closeMenu} />}
    </>
  )
}

interface SaidArrivalsProps extends Pick<WallRowsProps, 'source' | 'people' | 'me'> {
  readonly photos: ReadonlyMap<PhotoId, SeenPhoto>
}

/** By itself: a sentence renders no rows. */
function SaidArrivals({ source, photos, people, me }: SaidArrivalsProps) {
  const said = useSaidArrivals(source, { photos, known: { people, me } })
  return (
    <div className="sr" role="status" aria-live="polite">
      {said}
    </div>
  )
}
