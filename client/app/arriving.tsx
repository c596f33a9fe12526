/** Parts of the page that are fetched when they are first shown. */
import { type ComponentType, createElement, type ReactNode, useEffect, useState } from 'react'
import { fetchAhead, piece } from '../net/piece.ts'

export interface Arriving<P> {
  (props: P): ReactNode
  /** Fetches the part that nobody waits for yet, so that it is there at once, also without a connection. */
  readonly ahead: () => void
}

/**
 * The part's component, shown in the very moment it is here, and at once where it was fetched before; `meanwhile` stands in its place.
 * Not React's own `lazy`: under `Suspense` what arrives is held back for 300 ms after each such wait, and waits follow one another here.
 * A part that cannot be had throws where it should stand.
 */
export function arriving<P extends object>(load: () => Promise<ComponentType<P>>, meanwhile: ReactNode = null): Arriving<P> {
  const part: Fetching<P> = {
    here: null,
    fetch: async () => {
      part.here = await load()
      return part.here
    },
  }
  const shown = (props: P) => createElement(Shown<P>, { part, props, meanwhile })
  return Object.assign(shown, { ahead: () => fetchAhead(part.fetch) })
}

interface Fetching<P> {
  here: ComponentType<P> | null
  readonly fetch: () => Promise<ComponentType<P>>
}

interface ShownProps<P> {
  readonly part: Fetching<P>
  readonly props: P
  readonly meanwhile: ReactNode
}

function Shown<P extends object>({ part, props, meanwhile }: ShownProps<P>): ReactNode {
  const [here, setHere] = useState(() => part.here)
  const [fault, setFault] = useState<unknown>(null)
  useEffect(() => {
    if (here) return
    let wanted = true
    piece(part.fetch).then(
      (arrived) => wanted && setHere(() => arrived),
      (why: unknown) => wanted && setFault(why),
    )
    return () => {
      wanted = false
    }
  }, [here, part])
  if (fault) throw fault
  return here ? createElement(here, props) : meanwhile
}
