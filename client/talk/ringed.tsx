import type { PersonId } from '../../common/ids.ts'
import { hueClass } from '../ui/hue.ts'
import { ringPath } from '../ui/stroke-shapes.ts'
import { seedOf } from '../ui/strokes.ts'

/** A thread's number, circled in the hand of whoever began it. */
export function Ringed({ person, number }: { readonly person: PersonId; readonly number: number }) {
  return (
    <span className={`ringed ${hueClass(person)}`}>
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <path d={ringPath((seedOf(person) + number * 7) % 9973, 2.4)} />
      </svg>
      <span>{number}</span>
    </span>
  )
}
