/** As a class of a heading: long names are set smaller, so that no word is broken and what follows stays on the first screen. */
export function lengthOf(name: string): '' | 'long' | 'longer' {
  const word = Math.max(...name.split(/\s+/).map((part) => part.length))
  if (name.length > 36 || word > 16) return 'longer'
  return name.length > 16 || word > 10 ? 'long' : ''
}

/** Characters of the longest word of a name: its type is never so large that the word breaks, up to a length that hyphens take care of. */
export const longestWordOf = (name: string): number => Math.min(16, Math.max(...name.split(/[\s-]+/).map((word) => [...word].length)))
