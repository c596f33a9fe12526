/** How a studio calls somebody in a short line: by the first word of the name; a title alone is no name. */
export const firstName = (name: string): string => {
  const [first = '', ...others] = name.trim().split(/\s+/)
  return others.length > 0 && first.endsWith('.') ? name : first
}
