import type { SeenPhoto } from '../../common/visibility/seen.ts'

/** A camera's name for a photo without the ending: as people say it. */
export const shortName = ({ cameraName }: Pick<SeenPhoto, 'cameraName'>): string => cameraName.replace(/\.[^.]+$/, '')
