/** The ways into the palette: a button in the bar over the page, and a key. Only what is open is worked out. */
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useIntl } from 'react-intl'
import type { SceneId } from '../../../common/ids.ts'
import type { Me } from '../../../common/protocol/http.ts'
import { arriving } from '../../app/arriving.tsx'
import type { Held } from '../../contact-sheet/wall-hand.ts'
import { useKeyWishes } from '../../keyboard/key-wishes.ts'
import { pairsNow } from '../../keyboard/pairs.ts'
import { Asking, type DeskAsk } from '../asking.tsx'
import { useStudio } from '../current-studio.ts'
import { NewGallery } from '../new-gallery.tsx'
import { usePaletteKey } from './palette-key.ts'

const StudioPalette = arriving(() => import('./studio-palette.tsx').then((m) => m.StudioPalette))
const DeskPalette = arriving(() => import('./desk-palette.tsx').then((m) => m.DeskPalette))

function PaletteButton({ onOpen }: { readonly onOpen: () => void }) {
  const name = useIntl().formatMessage({ id: 'palette.title' })
  const key = pairsNow(useKeyWishes().pairs ?? {}).palette.toUpperCase()
  const keys = `Control+${key} Meta+${key}`
  return (
    <button type="button" className="ib opens-palette" aria-label={name} title={name} aria-keyshortcuts={keys} onClick={onOpen}>
      <Search className="i" aria-hidden="true" />
    </button>
  )
}

/** On the pages of the studio: galleries, and what can be done with the studio. */
export function StudioPaletteDoor({ me }: { readonly me: Me }) {
  const [open, setOpen] = useState(false)
  const [making, setMaking] = useState(false)
  const studio = useStudio(me)
  usePaletteKey(() => setOpen(true))
  useEffect(() => StudioPalette.ahead(), [])
  return (
    <>
      <PaletteButton onOpen={() => setOpen(true)} />
      {open && <StudioPalette studio={studio} onNew={studio?.makes ? () => setMaking(true) : null} onClose={() => setOpen(false)} />}
      {making && studio && <NewGallery account={studio.id} onClose={() => setMaking(false)} />}
    </>
  )
}

interface DeskPaletteDoorProps {
  readonly held: Held
  readonly onWall: boolean
  readonly onAdd: (scene: SceneId | null) => void
}

/** On the desk: this gallery too, and what can be done with it. */
export function DeskPaletteDoor(props: DeskPaletteDoorProps) {
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState<DeskAsk | null>(null)
  usePaletteKey(() => setOpen(true))
  useEffect(() => DeskPalette.ahead(), [])
  return (
    <>
      <PaletteButton onOpen={() => setOpen(true)} />
      {open && <DeskPalette {...props} onAsk={setAsking} onClose={() => setOpen(false)} />}
      {asking && <Asking ask={asking} selected={props.held.selected} onClose={() => setAsking(null)} />}
    </>
  )
}
