import { useEffect } from 'react'

/** Keeps what one writes above the keyboard of a phone: the part of the window that can be seen, as `--seen-top` and `--seen-height`. */
export function useVisibleHeight(): void {
  useEffect(() => {
    const seen = window.visualViewport
    const root = document.documentElement
    if (!seen) return
    const forget = () => {
      root.style.removeProperty('--seen-top')
      root.style.removeProperty('--seen-height')
    }
    const measure = () => {
      const whole = seen.offsetTop === 0 && Math.abs(seen.height * seen.scale - window.innerHeight) < 1
      // A property of the root styles everything below anew: said only where something is covered.
      if (whole) return forget()
      root.style.setProperty('--seen-top', `${seen.offsetTop}px`)
      root.style.setProperty('--seen-height', `${seen.height * seen.scale}px`)
    }
    measure()
    seen.addEventListener('resize', measure)
    seen.addEventListener('scroll', measure)
    return () => {
      seen.removeEventListener('resize', measure)
      seen.removeEventListener('scroll', measure)
      forget()
    }
  }, [])
}
