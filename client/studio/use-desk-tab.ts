/** Which tab of the desk is open, and which scene: both stand in the address. */
import { useSearchParams } from 'react-router'
import type { SceneId } from '../../common/ids.ts'
import { useWallAddress } from '../contact-sheet/use-wall.ts'

export const deskTabs = ['photos', 'share', 'people', 'selections', 'activity', 'settings'] as const
export type DeskTab = (typeof deskTabs)[number]

interface DeskTabRoom {
  readonly tab: DeskTab
  readonly scene: SceneId | null
  /** The scene stays unless another one is named. */
  readonly goTo: (tab: DeskTab, scene?: SceneId | null) => void
}

export function useDeskTab(): DeskTabRoom {
  const [search, setSearch] = useSearchParams()
  const { scene } = useWallAddress().address.filter
  const tab = deskTabs.find((one) => one === search.get('tab')) ?? 'photos'
  const goTo = (next: DeskTab, of: SceneId | null = scene) =>
    setSearch((before) => {
      const kept = new URLSearchParams(before)
      for (const [name, value] of [
        ['tab', next === 'photos' ? null : next],
        ['scene', of],
      ] as const) {
        if (value) kept.set(name, value)
        else kept.delete(name)
      }
      return kept
    })
  return { tab, scene, goTo }
}
