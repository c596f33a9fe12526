/** Whether this person asked their device for less motion. */
export const movesLess = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false

/** How the page scrolls by itself; a style sheet's word against motion does not count for a script's own wish. */
export const glide = (): ScrollBehavior => (movesLess() ? 'auto' : 'smooth')
