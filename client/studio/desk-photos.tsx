/** The contact sheet of the desk: filters above, the wall, and a bar for what is held. */
import { useCallback, useMemo, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useLocation, useNavigate } from 'react-router'
import type { PhotoId, SceneId } from '../../common/ids.ts'
import { picksOf } from '../contact-sheet/picks.ts'
import { type Chapter, Wall } from '../contact-sheet/wall.tsx'
import type { Held } from '../contact-sheet/wall-hand.ts'
import { useGallery, useGalleryStore, useMarksTick } from '../gallery/use-gallery.tsx'
import { HelpDialog } from '../keyboard/help-dialog.tsx'
import { BlankFrames } from '../ui/blank-frames.tsx'
import { BatchBar } from './batch-bar.tsx'
import { DeskFilters, useDeskFilter } from './desk-filters.tsx'
import { useDeskKeys } from './use-desk-keys.ts'

interface DeskPhotosProps {
  readonly held: Held
  readonly onHold: (held: Held) => void
  readonly scene: SceneId | null
  readonly onChooseFiles: () => void
}

export function DeskPhotos({ held, onHold, scene, onChooseFiles }: DeskPhotosProps) {
  const intl = useIntl()
  const navigate = useNavigate()
  const { search } = useLocation()
  const store = useGalleryStore()
  const room = useGallery()
  const { gallery, actions } = room
  const pane = useRef<HTMLDivElement>(null)
  const filter = useDeskFilter()
  const chapters = useChapters(scene, filter.passes)
  const hrefOf = useCallback((photo: PhotoId) => `/g/${gallery?.id}/p/${photo}${search}`, [gallery?.id, search])
  const open = useCallback((photo: PhotoId) => void navigate(hrefOf(photo), { state: { fromWall: true } }), [navigate, hrefOf])
  const keys = useDeskKeys({ chapters, held, onHold, onOpen: open })
  if (!gallery) return null
  const shown = chapters.reduce((sum, chapter) => sum + chapter.photos.length, 0)
  if (room.photos.length === 0) return <NoPhotos write={gallery.write} onChooseFiles={onChooseFiles} />
  return (
    <>
      <DeskFilters filter={filter} shown={shown} onChooseFiles={gallery.write ? onChooseFiles : null} />
      <div className="sheet" ref={pane}>
        {shown === 0 && filter.on ? (
          <p className="note">
            <FormattedMessage id="deskFilter.nothing" />{' '}
            <button type="button" className="tx" onClick={filter.clear}>
              <FormattedMessage id="deskFilter.clear" />
            </button>
          </p>
        ) : (
          <Wall
            gallery={gallery.id}
            chapters={chapters}
            source={store}
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
            onHide={actions.hide}
            onShow={actions.show}
            aside={(chapter) => <Chosen chapter={chapter} />}
            empty={() => <FormattedMessage id={filter.on ? 'deskFilter.nothingHere' : 'wall.emptyScene'} />}
            pane={pane}
            label={intl.formatMessage({ id: 'wall.label' }, { name: gallery.name })}
          />
        )}
      </div>
      {keys.helping && <HelpDialog scheme={gallery.keys} onClose={keys.closeHelp} />}
      {held.selected.size > 0 && <BatchBar held={held} onHold={onHold} />}
    </>
  )
}

function useChapters(scene: SceneId | null, passes: ((photo: PhotoId) => boolean) | null): readonly Chapter[] {
  const { scenes, photosOf } = useGallery()
  return useMemo(
    () =>
      scenes
        .filter((one) => scene === null || one.id === scene)
        .map((one) => {
          const photos = photosOf.get(one.id) ?? []
          return { scene: one, photos: passes ? photos.filter((photo) => passes(photo.id)) : photos }
        })
        .filter((chapter) => chapter.photos.length > 0 || !passes),
    [scenes, photosOf, scene, passes],
  )
}

function Chosen({ chapter }: { readonly chapter: Chapter }) {
  const store = useGalleryStore()
  useMarksTick()
  const chosen = chapter.photos.filter((photo) => picksOf(store.marks(photo.id)).length > 0).length
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
