/**
 * Small things a browser keeps for a page: habits, who was here. One that keeps nothing (cookies are blocked, its disk is full) costs
 * nobody the page: they last as long as it is open.
 */

/** As long as this page. Keys are its own fields, as a browser's storage has them. */
class PageStorage {
  [key: string]: unknown

  getItem(key: string): string | null {
    return Object.hasOwn(this, key) ? String(this[key]) : null
  }

  setItem(key: string, value: string): void {
    this[key] = String(value)
  }

  removeItem(key: string): void {
    delete this[key]
  }
}

/** True if this browser keeps what it is given. */
function keeps(name: 'localStorage' | 'sessionStorage'): boolean {
  const probe = 'proofroom:probe'
  try {
    window[name].setItem(probe, '1')
    window[name].removeItem(probe)
    return true
  } catch {
    return false
  }
}

/** What was kept before stays readable where there only is no room for more. */
function kept(name: 'localStorage' | 'sessionStorage'): object {
  try {
    return { ...window[name] }
  } catch {
    return {}
  }
}

/** Before anything is asked of them. */
export function ensureStorages(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    if (!keeps(name)) Object.defineProperty(window, name, { value: Object.assign(new PageStorage(), kept(name)), configurable: true })
  }
}

/**
 * Of a page that looks as somebody else: it knows what was kept before, and what it would keep itself lasts as long as it is open. The theme is
 * of whoever is here themselves.
 */
export function forgetHabits(): void {
  const page = Object.assign(new PageStorage(), kept('localStorage'))
  page.removeItem('proofroom:theme')
  Object.defineProperty(window, 'localStorage', { value: page, configurable: true })
}
