import type { Names } from '../../history/sentence.tsx'

/** How a studio calls somebody in a short line: by the first word of the name; a title alone is no name. */
export const firstName = (name: string): string => {
  const [first = '', ...others] = name.trim().split(/\s+/)
  return others.length > 0 && first.endsWith('.') ? name : first
}

/** The same names, people by their first. */
export const shortNames = (names: Names): Names => ({
  ...names,
  person: (id) => {
    const name = names.person(id)
    return name === undefined ? undefined : firstName(name)
  },
})
