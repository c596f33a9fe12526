/** The laser's key, for as long as it is held; silent while somebody types. */
import { useEffect } from 'react'
import { keyOf, pressedKey } from '../keyboard/key-map.ts'
import { useLaidKeys } from '../keyboard/key-wishes.ts'
import { busy } from '../keyboard/use-keys.ts'

export function useLaserKey(setLaser: (on: boolean) => void): void {
  const { scheme, laid } = useLaidKeys()
  const key = keyOf(scheme, laid, 'laser')
  useEffect(() => {
    let held = false
    const down = (event: KeyboardEvent) => {
      if (pressedKey(event) !== key || event.repeat || event.ctrlKey || event.metaKey || event.altKey || busy(event)) return
      held = true
      setLaser(true)
    }
    const up = (event: KeyboardEvent | FocusEvent) => {
      if (!held || (event instanceof KeyboardEvent && pressedKey(event) !== key)) return
      held = false
      setLaser(false)
    }
    document.addEventListener('keydown', down)
    document.addEventListener('keyup', up)
    window.addEventListener('blur', up)
    return () => {
      document.removeEventListener('keydown', down)
      document.removeEventListener('keyup', up)
      window.removeEventListener('blur', up)
    }
  }, [setLaser, key])
}
