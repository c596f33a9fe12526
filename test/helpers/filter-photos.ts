/** Photos and marks for tests of filters. */
import { type Filter, type FilterMarks, type FilterPhoto, matcher, noFilter, type Surroundings } from '../../common/gallery/filter.ts'
import type { Capture } from '../../common/gallery/model.ts'
import type { PersonId } from '../../common/ids.ts'
import type { Mark } from '../../common/sheet/shape.ts'
import { noCapture, photoIdOf, sceneIdOf, visitorIdOf } from './sample-gallery.ts'

export const [anna, bob] = [visitorIdOf(1), visitorIdOf(2)]
export const mark = (over: Partial<Mark> = {}): Mark => ({ flag: null, label: null, stars: 0, favourite: false, by: anna, at: 0, ...over })
export const marks = (byPerson: readonly (readonly [PersonId, Partial<Mark>])[] = [], over: Partial<FilterMarks> = {}): FilterMarks => ({
  byPerson: new Map(byPerson.map(([person, set]) => [person, mark(set)])),
  house: null,
  comments: 0,
  unresolved: 0,
  drawings: 0,
  touched: 0,
  picks: [],
  ...over,
})
export const photo = (n: number, cameraName: string, capture: Partial<Capture> = {}): FilterPhoto => ({
  id: photoIdOf(n),
  scene: sceneIdOf(1),
  cameraName,
  addedAt: 100,
  versions: [{ capture: { ...noCapture, ...capture } }],
})
export const one = photo(12, 'PRF_0012.jpg')
const around: Surroundings = { photos: [one], lastVisit: null, whose: null }
export const stays = (filter: Partial<Filter>, known = marks(), of = one, more: Partial<Surroundings> = {}) =>
  matcher({ ...noFilter, ...filter }, { ...around, ...more })(of, known)
