/** As a class of a heading: long names are set smaller, so that no word is broken and what follows stays on the first screen. */
export function lengthOf(name: string): '' | 'long' | 'longer' {
  const word = Math.max(...name.split(/\s+/).map((part) => part.length))
  if (name.length > 36 || word > 16) return 'longer'
  return name.length > 16 || word > 10 ? 'long' : ''
}
