/** The palette where no gallery is open. */
import { useDeferredValue, useState } from 'react'
import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import { folded } from '../../../common/gallery/find-words.ts'
import type { MyAccount } from '../../../common/protocol/http.ts'
import { useCards } from '../use-cards.ts'
import { useFinds } from '../use-finds.ts'
import { type Asked, askedIn, type Sign } from './asked.ts'
import { filled, type Item } from './item.ts'
import { bestOf, fitOf } from './matching.ts'
import { PaletteWindow } from './palette-window.tsx'
import { foundItems, galleryItems, useStudioItems } from './studio-items.ts'

interface StudioPaletteProps {
  readonly studio: MyAccount | null
  readonly onNew: (() => void) | null
  readonly onClose: () => void
}

/** Lines of each kind. */
const most = 8
const signs: readonly Sign[] = ['>', '#']

export const listed = (items: readonly Item[], { words }: Asked, room: number): readonly Item[] =>
  bestOf(items, ({ text }) => fitOf(folded(text), words), room)

export function StudioPalette({ studio, onNew, onClose }: StudioPaletteProps) {
  const intl = useIntl()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const asked = askedIn(useDeferredValue(typed), signs)
  const { data: cards = [] } = useCards({ live: false })
  const { places, commands } = useStudioItems(studio, onNew)
  const { found } = useFinds(asked.kind === 'commands' ? '' : asked.text)
  const go = (path: string) => void navigate(path)
  const photos = foundItems(found ?? [], null, go).slice(0, most)
  const groups =
    asked.kind === 'commands'
      ? [{ name: 'do' as const, items: listed(commands, asked, most) }]
      : asked.kind === 'frames'
        ? [{ name: 'frames' as const, items: photos }]
        : [
            { name: 'go' as const, items: listed([...galleryItems(cards, intl, go), ...places], asked, most) },
            { name: 'frames' as const, items: photos },
            { name: 'do' as const, items: listed(commands, asked, most) },
          ]
  return <PaletteWindow typed={typed} onTyped={setTyped} asked={asked} groups={filled(groups)} signs={signs} onClose={onClose} />
}
