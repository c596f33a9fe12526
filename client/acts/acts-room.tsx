/** What was refused and what is not saved yet can be looked at from wherever one is in a gallery. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { useRefusedActs } from './refused-acts.ts'
import { RefusedNote } from './refused-note.tsx'
import { RefusedPanel } from './refused-panel.tsx'
import { UnsavedPanel } from './unsaved-panel.tsx'
import './acts.css'

const ShowUnsaved = createContext<() => void>(() => undefined)

/** Opens the list of what is not saved yet. */
export const useShowUnsaved = (): (() => void) => useContext(ShowUnsaved)

export function ActsRoom({ children }: { readonly children: ReactNode }) {
  const { refused, clear } = useRefusedActs()
  const [shown, setShown] = useState<'refused' | 'unsaved' | null>(null)
  const close = useCallback(() => setShown(null), [])
  const unsaved = useMemo(() => () => setShown('unsaved'), [])
  return (
    <ShowUnsaved value={unsaved}>
      {children}
      {refused.length > 0 && shown !== 'refused' && (
        <RefusedNote refused={refused} onShow={() => setShown('refused')} onClear={() => clear(refused)} />
      )}
      {shown === 'refused' && <RefusedPanel refused={refused} onClear={clear} onClose={close} />}
      {shown === 'unsaved' && <UnsavedPanel onClose={close} />}
    </ShowUnsaved>
  )
}
