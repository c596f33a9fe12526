/** A new version of the open photo is no silent swap: it is said, and whoever is drawing goes on with the version under their hand. */
import { useEffect, useLayoutEffect, useRef } from 'react'
import { useIntl } from 'react-intl'
import { useLocation } from 'react-router'
import { toast } from 'sonner'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useDrawRoom } from '../drawing/draw-room.tsx'
import { arrivedSince } from './shown-version.ts'
import { useShow } from './use-showing.ts'

const told = 'new-version'

export function useNewVersion(photo: SeenPhoto): void {
  const intl = useIntl()
  const { search } = useLocation()
  const { on: drawing } = useDrawRoom()
  const show = useShow(photo)
  const before = useRef(photo)
  // What is pressed later acts on the page as it is then.
  const shows = useRef(show)
  useLayoutEffect(() => {
    shows.current = show
    const arrived = arrivedSince(before.current, photo)
    before.current = photo
    if (!arrived) return
    const named = new URLSearchParams(search).has('v')
    const stays = drawing || named
    if (drawing && !named) show({ version: arrived.before.id })
    const [id, label, to] = stays
      ? (['version.came.stays', 'version.came.show', { version: arrived.now.id }] as const)
      : (['version.came', 'version.wipe', { manner: 'wipe' }] as const)
    const n = { now: arrived.now.n, before: arrived.before.n }
    toast(intl.formatMessage({ id }, n), {
      id: told,
      duration: 12_000,
      action: { label: intl.formatMessage({ id: label }, n), onClick: () => shows.current(to) },
    })
  })
  const { id } = photo
  // biome-ignore lint/correctness/useExhaustiveDependencies: of another photo it means nothing
  useEffect(() => () => void toast.dismiss(told), [id])
}
