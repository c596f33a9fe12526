import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { splitName } from '../contact-sheet/split-name.ts'

/** Letters of a name that still fits into a sentence. */
const sayable = 24

/** A camera's name for a photo without the ending: as people say it. Of a long one, its number. */
export function shortName({ cameraName }: Pick<SeenPhoto, 'cameraName'>): string {
  const name = cameraName.replace(/\.[^.]+$/, '')
  return name.length > sayable ? splitName(cameraName)[1] : name
}
