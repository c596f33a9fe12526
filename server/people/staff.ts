/** Team seats, as galleries ask for them. */
import type { Member } from '../../common/gallery/account.ts'
import type { AccountId, GalleryId, PersonId } from '../../common/ids.ts'
import type { StaffSeat } from '../../common/visibility/viewer.ts'
import type { StaffSeatOf } from '../galleries/api.ts'
import type { Store } from '../ports.ts'
import { loadAccount, seatsOf } from './accounts.ts'

export interface Staff {
  readonly staffSeat: StaffSeatOf
  studioName(account: AccountId): Promise<string>
}

export function createStaff(store: Pick<Store, 'streams'>): Staff {
  return {
    staffSeat: async (person: PersonId, account: AccountId, chain: readonly GalleryId[]) => {
      const seat = (await seatsOf(store, person)).find((member) => member.account === account)
      return seat ? seatFor(seat, chain) : null
    },
    studioName: async (account) => (await loadAccount(store, account))?.name ?? '',
  }
}

/** A scope of chosen galleries takes in whatever lies below them. */
const seatFor = (member: Member, chain: readonly GalleryId[]): StaffSeat => ({
  owner: member.owner,
  write: member.owner || member.write,
  settings: member.owner || member.settings,
  inScope: member.owner || member.scope === 'all' || chain.some((gallery) => member.scope.includes(gallery)),
})
