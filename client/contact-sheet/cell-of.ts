import type { PhotoId } from '../../common/ids.ts'

/** The photo whose cell an event came from, or null. */
export const cellOf = (target: EventTarget): PhotoId | null =>
  target instanceof Element ? ((target.closest<HTMLElement>('[data-photo]')?.dataset.photo as PhotoId | undefined) ?? null) : null
