/** Shapes of photos this browser is sending, known before the server has read them: their frames keep their places while they develop. */
import type { PhotoId } from '../../common/ids.ts'

const expected = new Map<PhotoId, number>()

export function expectShape(photo: PhotoId, ratio: number): void {
  expected.set(photo, ratio)
}

export const expectedShape = (photo: PhotoId): number | undefined => expected.get(photo)
