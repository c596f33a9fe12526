/** Exposure as a photographer writes it: "1/800 f/4 400 mm ISO 640". */

export interface Exposure {
  readonly seconds: number | null
  readonly aperture: number | null
  readonly millimetres: number | null
  readonly iso: number | null
}

/** Null if nothing is known. */
export function exposureOf({ seconds, aperture, millimetres, iso }: Exposure): string | null {
  const parts = [
    seconds && shutter(seconds),
    aperture && `f/${rounded(aperture)}`,
    millimetres && `${rounded(millimetres)} mm`,
    iso && `ISO ${Math.round(iso)}`,
  ].filter((part) => typeof part === 'string')
  return parts.length === 0 ? null : parts.join(' ')
}

/** From a third of a second on, cameras show decimals instead of fractions. */
const longestFraction = 0.3

function shutter(seconds: number): string {
  return seconds < longestFraction ? `1/${Math.round(1 / seconds)}` : `${rounded(seconds)} s`
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10)
