/** The key that opens the palette: Ctrl or Cmd and K, also while one types. */
import { useEffect, useRef } from 'react'
import { covered } from '../../keyboard/use-keys.ts'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'>

/** No single key: whoever switched those off has it all the same. */
export const opensPalette = ({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: Pressed): boolean =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey && !isComposing

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
