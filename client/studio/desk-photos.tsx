/** The contact sheet of the desk: filters above, the wall, and a bar for what is held. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useLocation, useNavigate } from 'react-router'
import { noFilter } from '../../common/gallery/filter.ts'
import type { PhotoId } from '../../common/ids.ts'
import { arriving } from '../app/arriving.tsx'
import { useMedia } from '../contact-sheet/use-media.ts'
import { selecting, useWall } from '../contact-sheet/use-wall.ts'
import { type Chapter, type MenuAsk, Wall } from '../contact-sheet/wall.tsx'
import type { Held } from '../contact-sheet/wall-hand.ts'
import { useGallery, useGalleryStore } from '../gallery/use-gallery.tsx'
import { useOwnCount } from '../gallery/use-own-counts.ts'
import { HelpDialog } from '../keyboard/help-dialog.tsx'
import { BlankFrames } from '../ui/blank-frames.tsx'
import { Asking, type DeskAsk } from './asking.tsx'
import { BatchBar } from './batch-bar.tsx'
import { DeskFilters } from './desk-filters.tsx'
import type { DeskMenuProps } from './desk-menu/desk-menu.tsx'
import { Lens } from './lens.tsx'
import { useDeskKeys } from './use-desk-keys.ts'
import { useReaders } from './use-readers.ts'

const DeskMenu = arriving(() => import('./desk-menu/desk-menu.tsx').then((m) => m.DeskMenu))

interface DeskPhotosProps {
  readonly held: Held
  readonly onHold: (held: Held) => void
  readonly onChooseFiles: () => void
  /** Where the inspector is a drawer: it is asked for. */
  readonly onInspect: () => void
}

/** As in desk-narrow.css: no room for a sheet that scrolls by itself. */
const low = '(max-width: 760px) and (max-height: 420px)'

export function DeskPhotos({ held, onHold, onChooseFiles, onInspect }: DeskPhotosProps) {
  const intl = useIntl()
  const store = useGalleryStore()
  const room = useGallery()
  const { gallery, actions } = room
  const pane = useRef<HTMLDivElement>(null)
  const pageScrolls = useMedia(low)
  const wall = useWall()
  const readersOf = useReaders()
  const clear = () => wall.setFilter({ ...noFilter, scene: wall.filter.scene })
  const { hrefOf, open } = useOpening()
  const { menu, asked, ask } = useDeskMenu({ held, hanging: wall.hanging, onHold })
  const keys = useDeskKeys({ chapters: wall.chapters, held, onHold, onOpen: open, onRemove: (remove) => ask({ remove }) })
  if (!gallery) return null
  if (room.photos.length === 0) return <NoPhotos write={gallery.write} onChooseFiles={onChooseFiles} />
  return (
    <>
      <DeskFilters
        wall={wall}
        onSelect={(photos) => onHold(selecting(wall, photos))}
        onChooseFiles={gallery.write ? onChooseFiles : null}
        onInspect={onInspect}
      />
      <div className="sheet" ref={pane}>
        {wall.hanging.length === 0 && wall.narrowed ? (
          <p className="note">
            <FormattedMessage id="deskFilter.nothing" />{' '}
            <button type="button" className="tx" onClick={clear}>
              <FormattedMessage id="deskFilter.clear" />
            </button>
          </p>
        ) : (
          <Wall
            gallery={gallery.id}
            chapters={wall.chapters}
            source={store}
            whose={wall.whose}
            readersOf={readersOf}
            people={room.people}
            me={room.me?.person ?? null}
            rights={gallery.rights}
            staff
            look="staff"
            held={held}
            onHold={onHold}
            hrefOf={hrefOf}
            onOpen={open}
            onMark={actions.mark}
            list={wall.filter.list}
            onHide={actions.hide}
            onShow={actions.show}
            menu={menu}
            aside={(chapter) => <Chosen chapter={chapter} />}
            empty={() => <FormattedMessage id={wall.narrowed ? 'deskFilter.nothingHere' : 'wall.emptyScene'} />}
            {...(pageScrolls ? {} : { pane })}
            label={intl.formatMessage({ id: 'wall.label' }, { name: gallery.name })}
          />
        )}
      </div>
      <Lens gallery={gallery} pane={pane} />
      {asked}
      {keys.helping && <HelpDialog scheme={gallery.keys} onClose={keys.closeHelp} />}
      {held.selected.size > 0 && <BatchBar held={held} hanging={wall.hanging} onHold={onHold} onInspect={onInspect} />}
    </>
  )
}

/** The loupe over a photo, with the wall's filter in its address. */
function useOpening() {
  const navigate = useNavigate()
  const { search } = useLocation()
  const { id } = useGalleryStore()
  const hrefOf = useCallback((photo: PhotoId) => `/g/${id}/p/${photo}${search}`, [id, search])
  const open = useCallback((photo: PhotoId) => void navigate(hrefOf(photo), { state: { fromWall: true } }), [navigate, hrefOf])
  return { hrefOf, open }
}

/** The menu of a photo, and what it or a key asks once it is closed. */
function useDeskMenu(hand: Omit<DeskMenuProps, 'ask' | 'onAsk'>) {
  const [asking, setAsking] = useState<DeskAsk | null>(null)
  useEffect(() => DeskMenu.ahead(), [])
  return {
    menu: (ask: MenuAsk) => <DeskMenu ask={ask} {...hand} onAsk={setAsking} />,
    ask: setAsking,
    asked: asking && <Asking ask={asking} selected={hand.held.selected} onClose={() => setAsking(null)} />,
  }
}

function Chosen({ chapter }: { readonly chapter: Chapter }) {
  const chosen = useOwnCount(({ firstPick }) => chapter.photos.filter(({ id }) => firstPick.has(id)).length)
  return chosen > 0 ? <FormattedMessage id="wall.chosen" values={{ n: chosen }} /> : null
}

function NoPhotos({ write, onChooseFiles }: { readonly write: boolean; readonly onChooseFiles: () => void }) {
  return (
    <section className="first desk-first">
      <div className="tx-col">
        <h1>
          <FormattedMessage id="empty.title" />
        </h1>
        <p>
          <FormattedMessage id={write ? 'empty.text' : 'empty.wait'} />
        </p>
        {write && (
          <button type="button" className="btn solid big" onClick={onChooseFiles}>
            <FormattedMessage id="upload.choose" />
          </button>
        )}
      </div>
      <BlankFrames mark="loop" />
    </section>
  )
}
