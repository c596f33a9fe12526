/** Marks of kept JSON text by which a shelf finds what history asks for. */
import type { PersonId, PhotoId } from '../../common/ids.ts'
import type { Root } from '../../common/sheet/shape.ts'

export const namedIn = (field: string, person: PersonId): string => `"${field}":"${person}"`
export const wroteOn = (root: Root): string => `"${root}.`

/** Sheets of a photo begin with its id and a slash; what follows the slash in order is a nought. */
export const sheetsStart = (photo: PhotoId): string => `${photo}/`
export const sheetsEnd = (photo: PhotoId): string => `${photo}0`
