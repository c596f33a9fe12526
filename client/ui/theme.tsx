/** Light or dark: clients' pages follow the system, the studio is dark, and a choice made by hand wins everywhere. */
import { Moon, Sun } from 'lucide-react'
import { useLayoutEffect, useSyncExternalStore } from 'react'
import { useIntl } from 'react-intl'

export type Theme = 'light' | 'dark'
const kept = 'proofroom:theme'

function chosen(): Theme | null {
  const stored = localStorage.getItem(kept)
  return stored === 'light' || stored === 'dark' ? stored : null
}

const usual = (room: 'client' | 'staff'): Theme =>
  room === 'staff' || window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'

const listeners = new Set<() => void>()
const current = (): Theme => (document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light')
function show(theme: Theme): void {
  if (document.documentElement.dataset.theme === theme) return
  document.documentElement.dataset.theme = theme
  for (const listener of listeners) listener()
}

/** Gives the page its theme while it is on screen. */
export function useTheme(room: 'client' | 'staff'): void {
  useLayoutEffect(() => show(chosen() ?? usual(room)), [room])
}

/** The theme that shows now, and how to turn it: by hand, so for all rooms. */
export function useThemeNow(): { readonly theme: Theme; readonly turn: () => void } {
  const theme = useSyncExternalStore((changed) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }, current)
  const turn = () => {
    const next = theme === 'dark' ? 'light' : 'dark'
    localStorage.setItem(kept, next)
    show(next)
  }
  return { theme, turn }
}

export function ThemeSwitch() {
  const intl = useIntl()
  const { theme, turn } = useThemeNow()
  const Icon = theme === 'dark' ? Sun : Moon
  return (
    <button
      type="button"
      className="ib"
      aria-label={intl.formatMessage({ id: theme === 'dark' ? 'theme.light' : 'theme.dark' })}
      onClick={turn}
    >
      <Icon className="i" aria-hidden="true" />
    </button>
  )
}
