/** Many photos narrowed down: who stays, who was dropped, and whom keys go to. Pure. */
import type { PhotoId } from '../../common/ids.ts'
import { photosLaid } from '../../common/limits.ts'

export interface Survey {
  /** All that were laid out, in the order of the wall. */
  readonly photos: readonly PhotoId[]
  /** Dropped ones, the latest last. */
  readonly dropped: readonly PhotoId[]
  readonly active: PhotoId | null
}

export const mostSurveyed = photosLaid

export const staying = ({ photos, dropped }: Survey): readonly PhotoId[] => photos.filter((photo) => !dropped.includes(photo))

/** The one that follows takes over the keys. The last one stays: there would be nothing to decide. */
export function drop(survey: Survey, photo: PhotoId): Survey {
  const stay = staying(survey)
  const place = stay.indexOf(photo)
  if (place < 0 || stay.length < 2) return survey
  const next = stay[place + 1] ?? stay[place - 1] ?? null
  return { ...survey, dropped: [...survey.dropped, photo], active: survey.active === photo ? next : survey.active }
}

export function putBack(survey: Survey, photo: PhotoId): Survey {
  if (!survey.dropped.includes(photo)) return survey
  return { ...survey, dropped: survey.dropped.filter((one) => one !== photo), active: photo }
}

export const undone = (survey: Survey): Survey => {
  const last = survey.dropped.at(-1)
  return last ? putBack(survey, last) : survey
}

/** Without those that are not seen any more: neither staying nor dropped. */
export function only(survey: Survey, seen: (photo: PhotoId) => boolean): Survey {
  const photos = survey.photos.filter(seen)
  const dropped = survey.dropped.filter(seen)
  const kept = { photos, dropped, active: survey.active }
  if (survey.active && staying(kept).includes(survey.active)) return kept
  const from = survey.active ? survey.photos.indexOf(survey.active) : 0
  const stay = staying(kept)
  return { ...kept, active: stay.find((one) => survey.photos.indexOf(one) > from) ?? stay.at(-1) ?? null }
}
