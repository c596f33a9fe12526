/** The key that opens the palette: Ctrl or Cmd and K unless it was laid elsewhere, also while one types. */
import { useEffect, useRef } from 'react'
import { keyWishes } from '../../keyboard/key-wishes.ts'
import { pairOn } from '../../keyboard/pairs.ts'
import { covered } from '../../keyboard/use-keys.ts'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>

/** No single key: whoever switched those off has it all the same. */
export const opensPalette = (event: Pressed): boolean =>
  pairOn(keyWishes().pairs ?? {}, event) === 'palette' && !event.shiftKey && !event.isComposing

/** While mounted; what lies over the page comes first, and is not covered by another. The browser's own use of the key never comes. */
export function usePaletteKey(open: () => void): void {
  const latest = useRef(open)
  latest.current = open
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !opensPalette(event)) return
      event.preventDefault()
      if (!covered()) latest.current()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
