/**
 * Keys and habits: of the account, where somebody signed in, else of this browser. What is wished for counts at once and is kept with the
 * account as soon as it can be; what was kept elsewhere comes with the connection.
 */
import type { KeyWishes } from '../../common/key-wishes.ts'
import type { LiveSocket } from './connection.ts'
import { answersAt } from './who.ts'

const inBrowser = 'proofroom:keys'
/** Forgotten with everything else the server said of who was here. */
const ofAccount = `${answersAt}keys`
/** The account was not told yet. */
const untold = `${answersAt}keys-untold`
const listeners = new Set<() => void>()
let open: LiveSocket | null = null
let telling = false

/** As JSON, or null. */
export const keptKeys = (): string | null => localStorage.getItem(ofAccount) ?? localStorage.getItem(inBrowser)

/** Whether keys follow whoever is here to every browser. */
export const keysFollow = (): boolean => localStorage.getItem(ofAccount) !== null

export function keepKeys(wishes: KeyWishes): void {
  const account = keysFollow()
  localStorage.setItem(account ? ofAccount : inBrowser, JSON.stringify(wishes))
  if (account) localStorage.setItem(untold, '1')
  changed()
  tell()
}

/** Other pages of this browser follow too. */
export function onKeys(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

/** Only who signed in hears of keys. Whoever has none with their account yet brings those of this browser. */
export function listenForKeys(socket: LiveSocket): void {
  open = socket
  socket.on('disconnect', () => {
    telling = false
  })
  socket.on('me:keys', ({ kept }) => {
    if (localStorage.getItem(untold) !== null) return tell()
    if (kept === null) {
      const own = localStorage.getItem(inBrowser)
      localStorage.setItem(ofAccount, own ?? '{}')
      if (own !== null) localStorage.setItem(untold, '1')
    } else localStorage.setItem(ofAccount, JSON.stringify(kept))
    changed()
    tell()
  })
}

/** The latest, one at a time. Without a connection it is told with the next one. */
function tell(): void {
  const text = localStorage.getItem(ofAccount)
  if (!open?.connected || telling || text === null || localStorage.getItem(untold) === null) return
  telling = true
  open.emit('me:keys', JSON.parse(text) as KeyWishes, (answer) => {
    telling = false
    const passing = !answer.ok && (answer.refusal.code === 'retry' || answer.refusal.code === 'too-many')
    if (localStorage.getItem(ofAccount) !== text) tell()
    else if (!passing) localStorage.removeItem(untold)
  })
}

function changed(): void {
  for (const listener of [...listeners]) listener()
}
