/** A page of this site to go back to; anything else becomes the home page. */
export const safeReturn = (to: string | null): string => (to && /^\/(?![/\\])/.test(to) ? to : '/')
