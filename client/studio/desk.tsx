/** The studio's view of one gallery: scenes left, contact sheet in the middle, inspector right. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useDropzone } from 'react-dropzone'
import { FormattedMessage, useIntl } from 'react-intl'
import { useLocation, useNavigate } from 'react-router'
import { toast } from 'sonner'
import type { SceneId } from '../../common/ids.ts'
import { OpenNews } from '../acts/open-news.tsx'
import { useMe } from '../app/use-me.ts'
import type { Held } from '../contact-sheet/wall-hand.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { HistoryPage } from '../history/history-page.tsx'
import { newId } from '../net/new-id.ts'
import { Avatars } from '../session/avatars.tsx'
import { PresentButton } from '../session/present-button.tsx'
import { SessionBar } from '../session/session-bar.tsx'
import { TalkDoor } from '../talk/talk-door.tsx'
import '../talk/talk.css'
import { usePageTitle } from '../ui/page-title.ts'
import { refusalText } from '../ui/refusal-text.ts'
import { useTheme } from '../ui/theme.tsx'
import { ViewAsMenu } from '../view-as/doors.tsx'
import { DeskCondition } from './desk-condition.tsx'
import { DeskPeople } from './desk-people.tsx'
import { DeskPhotos } from './desk-photos.tsx'
import { DeskSettings } from './desk-settings.tsx'
import { InspectorDrawer } from './inspector-drawer.tsx'
import { InspectorPane } from './inspector-pane.tsx'
import { ListsPage } from './lists/lists-page.tsx'
import type { DeskState } from './new-gallery.tsx'
import { DeskPaletteDoor } from './palette/palette-door.tsx'
import { SceneTree } from './scene-tree.tsx'
import { SharePage } from './share/share-page.tsx'
import { StudioTop } from './studio-top.tsx'
import { foundFile } from './upload/read-drop.ts'
import { UploadPanel } from './upload/upload-panel.tsx'
import { useUploads } from './upload/use-uploads.ts'
import { type DeskTab, deskTabs, useDeskTab } from './use-desk-tab.ts'
import './studio.css'
import './desk-narrow.css'

export function Desk() {
  useTheme('staff')
  const me = useMe()
  const room = useGallery()
  const { gallery } = room
  const intl = useIntl()
  const { tab, scene, goTo } = useDeskTab()
  usePageTitle(tab === 'photos' ? null : intl.formatMessage({ id: `desk.${tab}` }), gallery?.name, gallery?.studio)
  const [inspecting, setInspecting] = useState(false)
  const [held, setHeld] = useState<Held>({ active: null, selected: new Set() })
  useScenesToAdd()
  const into = room.scenes.find((one) => one.id === scene)?.id ?? room.scenes[0]?.id
  const uploading = useDeskUploads(into)
  if (!gallery) return <DeskCondition />
  const bare = room.photos.length === 0
  const active = held.active ? (room.photoById.get(held.active) ?? null) : null
  return (
    <div className={`desk on-${tab}${bare ? ' bare' : ''}`} {...uploading.root}>
      <div hidden>
        <input {...uploading.input} />
      </div>
      <StudioTop
        studio={gallery.studio ?? me?.accounts[0]?.name ?? 'Proofroom'}
        gallery={gallery.name}
        me={me?.person ?? null}
        tabs={<Tabs tab={tab} onTab={goTo} />}
        aside={
          <>
            <span className="only-narrow">
              <TalkDoor />
            </span>
            <Avatars most={5} size={30} />
            {/* In the place of what begins it: the focus goes from one to the other. */}
            <SessionBar />
            <PresentButton />
            <ViewAsMenu />
          </>
        }
        palette={
          <DeskPaletteDoor
            held={held}
            onWall={tab === 'photos'}
            onAdd={(of) => {
              if (of) goTo('photos', of)
              uploading.choose()
            }}
          />
        }
      />
      <SceneTree current={scene} onScene={(of) => goTo('photos', of)} />
      <main className="mid">
        <h1 className="sr">{gallery.name}</h1>
        {room.status === 'open' ? <OpenNews /> : <DeskCondition />}
        {tab === 'photos' && (
          <DeskPhotos held={held} onHold={setHeld} onChooseFiles={uploading.choose} onInspect={() => setInspecting((open) => !open)} />
        )}
        {tab === 'share' && <SharePage selected={held.selected} />}
        {tab === 'people' && <DeskPeople />}
        {tab === 'activity' && <HistoryPage />}
        {tab === 'selections' && <ListsPage />}
        {tab === 'settings' && <DeskSettings />}
      </main>
      {tab === 'photos' && !bare && (
        <InspectorDrawer
          open={inspecting}
          onClose={() => setInspecting(false)}
          foot={<UploadPanel queue={uploading.queue} progress={uploading.progress} />}
        >
          <InspectorPane photo={active} />
        </InspectorDrawer>
      )}
      {(tab !== 'photos' || bare) && uploading.progress.items.length > 0 && (
        <aside className="floating">
          <UploadPanel queue={uploading.queue} progress={uploading.progress} />
        </aside>
      )}
      {uploading.dragging && (
        <div className="drop-here" aria-hidden="true">
          <b>
            <FormattedMessage id="upload.drop" />
          </b>
          <span>
            <FormattedMessage id="upload.drop.more" />
          </span>
        </div>
      )}
    </div>
  )
}

function Tabs({ tab, onTab }: { readonly tab: DeskTab; readonly onTab: (tab: DeskTab) => void }) {
  const { photos, people, selections } = useGallery()
  const counts: Partial<Record<DeskTab, number>> = {
    photos: photos.length,
    selections: selections.length,
    people: [...people.values()].filter((person) => !person.staff).length,
  }
  return deskTabs.map((one) => (
    <a
      key={one}
      href={one === 'photos' ? '?' : `?tab=${one}`}
      aria-current={one === tab ? 'page' : undefined}
      onClick={(event) => {
        event.preventDefault()
        onTab(one)
      }}
    >
      <FormattedMessage id={`desk.${one}`} />
      {(counts[one] ?? 0) > 0 && <span className="edge">{counts[one]}</span>}
    </a>
  ))
}

/** A new gallery's further scenes, added once it is open. */
function useScenesToAdd(): void {
  const { status, scenes, actions } = useGallery()
  const location = useLocation()
  const navigate = useNavigate()
  const names = (location.state as DeskState | null)?.addScenes ?? []
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current || names.length === 0 || status !== 'open') return
    begun.current = true
    const last = scenes.reduce((most, scene) => Math.max(most, scene.order), 0)
    const add = async () => {
      for (const [i, name] of names.entries())
        await actions.do({ type: 'scene:add', id: newId<SceneId>('scene'), name, order: last + 1 + i })
      await navigate('.', { replace: true, state: null })
    }
    void add()
  }, [names, status, scenes, actions, navigate])
}

/** Files dropped anywhere on the desk, or chosen. */
function useDeskUploads(scene: SceneId | undefined) {
  const intl = useIntl()
  const room = useGallery()
  const { queue, progress, add } = useUploads(room.gallery?.id ?? ('' as never))
  const latest = useRef(room)
  latest.current = room
  const onDrop = useCallback(
    async (files: File[]) => {
      if (!scene) return
      const { refusal, left } = await add(files.map(foundFile), scene, latest.current)
      if (refusal) toast(refusalText(refusal, intl))
      if (left.length > 0) toast(intl.formatMessage({ id: 'upload.noPictures' }, { n: left.length, name: left[0] }))
    },
    [add, scene, intl],
  )
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    onDrop: (files) => void onDrop(files),
    noClick: true,
    noKeyboard: true,
    disabled: room.gallery?.write !== true,
  })
  return {
    queue,
    progress,
    dragging: isDragActive,
    choose: open,
    root: getRootProps({ role: undefined as never, tabIndex: undefined as never }),
    input: { ...getInputProps(), 'aria-label': intl.formatMessage({ id: 'upload.choose' }) },
  }
}
