/** What a page's address is given when one is taken there by whom one follows. */
export const led = { led: true } as const

export const isLed = (state: unknown): boolean => typeof state === 'object' && state !== null && 'led' in state
