/** Whose drawings and pins one looks at, kept while one goes from the loupe to photos side by side and back. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { everything, type InkSight } from './sight.ts'

export interface SightRoom {
  readonly sight: InkSight
  readonly look: (sight: Partial<InkSight>) => void
}
const context = createContext<SightRoom>({ sight: everything, look: () => undefined })

export const useInkSight = (): SightRoom => useContext(context)

export function SightAround({ children }: { readonly children: ReactNode }) {
  const [sight, setSight] = useState(everything)
  const look = useCallback((more: Partial<InkSight>) => setSight((before) => ({ ...before, ...more })), [])
  const room = useMemo(() => ({ sight, look }), [sight, look])
  return <context.Provider value={room}>{children}</context.Provider>
}
