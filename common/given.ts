/** The fields that have a value: one that is named but undefined was not given. */
export type Given<T> = { readonly [Key in keyof T]?: Exclude<T[Key], undefined> }

export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>
}
