/** Random saved views on the small gallery. */
import fc from 'fast-check'
import { type ViewCommand, viewCircles } from '../../common/gallery/saved-view.ts'
import type { Pairs } from '../../common/gallery/wall-address.ts'
import type { ViewId } from '../../common/ids.ts'
import { sceneIdOf, visitorIdOf } from './sample-gallery.ts'

export const viewIdOf = (n: number) => `w_${String(n).padStart(20, '0')}` as ViewId

const numbers = (count: number) => fc.integer({ min: 1, max: count })
const pairs: fc.Arbitrary<Pairs> = fc
  .record(
    {
      scene: numbers(3).map(sceneIdOf),
      person: numbers(4).map(visitorIdOf),
      whose: fc.oneof(numbers(4).map(visitorIdOf), fc.constant('studio')),
      flag: fc.constant('pick'),
    },
    { requiredKeys: [] },
  )
  .map((given) => Object.entries(given))
const id = numbers(4).map(viewIdOf)

export const anyViewCommand: fc.Arbitrary<ViewCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('view:save' as const),
      id,
      name: fc.constantFrom('Best', 'Print'),
      pairs,
      circle: fc.constantFrom(...viewCircles),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('view:remove' as const), id }) },
)
