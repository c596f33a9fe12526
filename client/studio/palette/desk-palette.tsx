/** The palette over an open gallery: what it holds is looked for in what this page was sent, other galleries are asked of the server. */
import { useDeferredValue, useMemo, useState } from 'react'
import { useIntl } from 'react-intl'
import { useLocation, useNavigate } from 'react-router'
import type { WallAddress } from '../../../common/gallery/wall-address.ts'
import { useMe } from '../../app/use-me.ts'
import { coversWall } from '../../compare/address.ts'
import { useWall } from '../../contact-sheet/use-wall.ts'
import { useGallery, useGalleryStore } from '../../gallery/use-gallery.tsx'
import { useOwnCounts } from '../../gallery/use-own-counts.ts'
import { allThreads, type FoundThread } from '../../talk/all-threads.ts'
import { useStudio } from '../current-studio.ts'
import { useCards } from '../use-cards.ts'
import { useFinds } from '../use-finds.ts'
import { type Asked, askedIn, type Sign } from './asked.ts'
import { type DeskHand, useDeskCommands } from './desk-commands.ts'
import { commentsFound, framesFound, photosFound } from './gallery-finds.ts'
import { commentItems, type Here, personItems, photoItems, sceneItems, tabItems } from './gallery-items.ts'
import { filled, type Group, type Item } from './item.ts'
import { PaletteWindow } from './palette-window.tsx'
import { foundItems, galleryItems, useStudioItems } from './studio-items.ts'
import { listed } from './studio-palette.tsx'

export interface DeskPaletteProps extends Omit<DeskHand, 'photos'> {
  /** The tab with the photos is open. */
  readonly onWall: boolean
  readonly onClose: () => void
}

const signs: readonly Sign[] = ['>', '@', '#']
/** Lines of each kind: of several kinds together, before anything is typed, and of one kind alone. */
const few = 5
const some = 7
const many = 40

export function DeskPalette({ onWall, onClose, ...hand }: DeskPaletteProps) {
  const [typed, setTyped] = useState('')
  const waiting = useDeferredValue(typed)
  const asked = useMemo(() => askedIn(waiting, signs), [waiting])
  const groups = useGroups(asked, { onWall, ...hand })
  return <PaletteWindow typed={typed} onTyped={setTyped} asked={asked} groups={groups} signs={signs} onClose={onClose} />
}

interface GroupsProps extends Omit<DeskHand, 'photos'> {
  readonly onWall: boolean
}

function useGroups(asked: Asked, { onWall, ...hand }: GroupsProps): readonly Group[] {
  const { scenes, photosOf, people } = useGallery()
  const { picksOf } = useOwnCounts()
  const wall = useWall()
  const here = useHere(wall)
  const under = coversWall(useLocation().pathname)
  const { selected } = hand.held
  const photos = onWall && !under && selected.size > 0 ? wall.hanging.filter(({ id }) => selected.has(id)).map(({ id }) => id) : []
  const { commands, ofScenes } = useDeskCommands({ ...hand, photos })
  const studio = useStudioItems(useStudio(useMe()), null)
  const elsewhere = useElsewhere(asked, here)
  const found = useFound(asked)
  if (!here) return []
  const acts = [...commands, ...studio.commands]
  const searching = asked.words.length > 0
  const persons = () => personItems(here, { people, picksOf })
  switch (asked.kind) {
    case 'commands':
      return filled([{ name: 'do', items: listed([...acts, ...ofScenes], asked, many) }])
    case 'people':
      return filled([{ name: 'people', items: listed(persons(), asked, many) }])
    case 'frames':
      return filled([{ name: 'frames', items: photoItems(here, found.frames, scenes) }])
    case 'all': {
      const places = [...sceneItems(here, scenes, photosOf), ...elsewhere.galleries, ...tabItems(here), ...studio.places]
      const room = searching ? few : some
      return filled([
        { name: 'go', items: [...listed(places, asked, room), ...photoItems(here, found.photos, scenes), ...elsewhere.photos] },
        { name: 'people', items: searching ? listed(persons(), asked, few) : [] },
        { name: 'do', items: listed(searching ? [...acts, ...ofScenes] : acts, asked, room) },
        { name: 'comments', items: commentItems(here, found.comments, { people, words: asked.words }) },
      ])
    }
  }
}

/** Where one is, and how its wall hangs: what is opened leads back to the same. */
function useHere({ filter, sort, whose }: WallAddress): Here | null {
  const intl = useIntl()
  const navigate = useNavigate()
  const { gallery } = useGallery()
  return gallery ? { gallery, wall: { filter, sort, whose }, intl, go: (path) => void navigate(path) } : null
}

/** What the open gallery holds, looked through once for what was asked. */
function useFound({ kind, text, words }: Asked) {
  const { photos } = useGallery()
  const threads = useThreads()
  return useMemo(
    () => ({
      photos: kind === 'all' ? photosFound(photos, words, few) : [],
      frames: kind === 'frames' ? framesFound(photos, text, many) : [],
      comments: kind === 'all' && words.length > 0 ? commentsFound(threads(), words, few) : [],
    }),
    [kind, text, words, photos, threads],
  )
}

/** Everything said here, read once for as long as nothing changes, and not before it is looked through. */
function useThreads(): () => readonly FoundThread[] {
  const { photos } = useGallery()
  const store = useGalleryStore()
  return useMemo(() => {
    let read: { readonly changes: number; readonly all: readonly FoundThread[] } | null = null
    return () => {
      const changes = store.marksChanges()
      if (read?.changes !== changes) read = { changes, all: allThreads(store, photos) }
      return read.all
    }
  }, [store, photos])
}

/** Other galleries, and photos in them. */
function useElsewhere({ kind, text }: Asked, here: Here | null): { readonly galleries: readonly Item[]; readonly photos: readonly Item[] } {
  const { data: cards = [] } = useCards({ live: false })
  const { found } = useFinds(kind === 'all' ? text : '')
  if (!here) return { galleries: [], photos: [] }
  const { gallery, intl, go } = here
  return {
    galleries: galleryItems(cards, intl, go).filter(({ id }) => id !== gallery.id),
    photos: foundItems(found ?? [], gallery.id, go).slice(0, few),
  }
}
