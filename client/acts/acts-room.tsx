/** What was refused and what is not saved yet can be looked at from wherever one is in a gallery. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { useGallery } from '../gallery/use-gallery.tsx'
import { RefusedNote } from './refused-note.tsx'
import { RefusedPanel } from './refused-panel.tsx'
import { UnsavedPanel } from './unsaved-panel.tsx'
import './acts.css'

const ShowUnsaved = createContext<() => void>(() => undefined)

/** Opens the list of what is not saved yet. */
export const useShowUnsaved = (): (() => void) => useContext(ShowUnsaved)

export function ActsRoom({ children }: { readonly children: ReactNode }) {
  const { gallery, refused, waiting, keeps, actions } = useGallery()
  useWarning(!keeps && waiting > 0)
  const [shown, setShown] = useState<'refused' | 'unsaved' | null>(null)
  const close = useCallback(() => setShown(null), [])
  const unsaved = useMemo(() => () => setShown('unsaved'), [])
  // What is left once the gallery is gone, its own page says.
  const told = gallery ? refused : []
  return (
    <ShowUnsaved value={unsaved}>
      {children}
      {told.length > 0 && shown !== 'refused' && (
        <RefusedNote refused={told} onShow={() => setShown('refused')} onClear={() => actions.putAway(told)} />
      )}
      {shown === 'refused' && <RefusedPanel refused={told} onClose={close} />}
      {shown === 'unsaved' && <UnsavedPanel onClose={close} />}
    </ShowUnsaved>
  )
}

/** Whoever is about to close the page with acts that are nowhere else is asked. */
function useWarning(lost: boolean): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    if (lost) window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [lost])
}
