/** Which of one's studios the pages of the studio show: kept in this browser, the first one's own else. */
import { useSyncExternalStore } from 'react'
import type { AccountId } from '../../common/ids.ts'
import type { Me, MyAccount } from '../../common/protocol/http.ts'

const kept = 'proofroom:studio'
const listeners = new Set<() => void>()

export function chooseStudio(id: AccountId): void {
  localStorage.setItem(kept, id)
  for (const listener of listeners) listener()
}

/** The studio chosen among these, if it still is one of them; else one's own before others. */
export const studioAmong = (accounts: readonly MyAccount[], chosen: string | null): MyAccount | null =>
  accounts.find(({ id }) => id === chosen) ?? accounts.find(({ owner }) => owner) ?? accounts[0] ?? null

export function useStudio(me: Pick<Me, 'accounts'> | null | undefined): MyAccount | null {
  const chosen = useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => localStorage.getItem(kept),
  )
  return studioAmong(me?.accounts ?? [], chosen)
}
