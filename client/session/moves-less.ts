/** Whether this person asked their device for less motion. */
export const movesLess = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false
