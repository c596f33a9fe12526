/** How dense the wall is: by its width, by who reads it, and by finger or mouse. */
import type { Measures } from './layout.ts'

export type Look = 'client' | 'staff'

export function measuresFor(width: number, look: Look, touch: boolean): Measures {
  const phone = width < 600
  if (look === 'staff') {
    return {
      width,
      target: width < 480 ? 164 : 128,
      gap: 10,
      strip: touch ? 44 : 26,
      rowGap: touch ? 2 : 8,
      heading: 46,
      firstHeading: 42,
      empty: 88,
    }
  }
  if (phone) return { width, target: 178, gap: 12, strip: 44, rowGap: 10, heading: 160, firstHeading: 132, empty: 140 }
  if (width < 960) return { width, target: 236, gap: 16, strip: 44, rowGap: 12, heading: 164, firstHeading: 132, empty: 160 }
  return { width, target: 300, gap: 24, strip: touch ? 44 : 36, rowGap: 18, heading: 184, firstHeading: 148, empty: 180 }
}
