/** Drawn marks as components: loop, cross, circled tick, tally, dot. Paths are kept by size. */
import type { Label } from '../../common/sheet/shape.ts'
import { hueClass } from './hue.ts'
import { crossPath, loopPath, ringPath, tallyPath, tickPath } from './stroke-shapes.ts'

const kept = new Map<string, string>()
function keptPath(key: string, make: () => string): string {
  const known = kept.get(key)
  if (known) return known
  if (kept.size > 4000) kept.clear()
  const path = make()
  kept.set(key, path)
  return path
}

interface FrameStroke {
  readonly person: string
  readonly width: number
  readonly height: number
  readonly seed: number
}

/** The loop round a chosen frame, in the chooser's hue. `arriving` draws it in; `dry` is not saved yet: outlined, not inked. `house` is the studio's own, nobody's hand: in ink. */
export function Loop({
  person,
  width,
  height,
  seed,
  arriving = false,
  dry = false,
  fine = false,
  house = false,
}: FrameStroke & { readonly arriving?: boolean; readonly dry?: boolean; readonly fine?: boolean; readonly house?: boolean }) {
  const path = keptPath(`loop ${width} ${height} ${seed % 9973} ${fine}`, () =>
    loopPath({ width, height, seed: seed % 9973, out: fine ? 4 : 6, pen: fine ? 2.4 : 3 }),
  )
  return (
    <svg
      className={`loop ${house ? 'house' : hueClass(person)}${arriving ? ' arriving' : ''}${dry ? ' dry' : ''}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  )
}

export function Cross({ person, width, height, seed }: FrameStroke) {
  const path = keptPath(`cross ${width} ${height} ${seed % 97}`, () => crossPath(width, height, seed % 97))
  return (
    <svg className={`loop wax ${hueClass(person)}`} width={width} height={height} aria-hidden="true">
      <path d={path} />
    </svg>
  )
}

/** A circle to choose by: empty, or ticked in somebody's hue. */
export function Ring({ ticked, seed = 3 }: { readonly ticked: boolean; readonly seed?: number }) {
  if (!ticked) {
    return (
      <svg className="ring" viewBox="0 0 24 24" aria-hidden="true">
        <circle cx="12" cy="12" r="9" />
      </svg>
    )
  }
  const path = keptPath(`ring ${seed % 97}`, () => ringPath(seed % 97, 3.4) + tickPath(seed % 97))
  return (
    <svg className="ring ticked" viewBox="0 0 32 32" aria-hidden="true">
      <path d={path} />
    </svg>
  )
}

/** One stroke a pick, in the hand of whoever picked; open places are ruled. `label` says it in words. */
export function Tally({
  people,
  total,
  label,
  height = 12,
}: {
  readonly people: readonly string[]
  readonly total: number
  readonly label: string
  readonly height?: number
}) {
  const step = 4
  const slots = Math.max(total, people.length)
  return (
    <svg className="tally" width={slots * step} height={height} role="img" aria-label={label}>
      {Array.from({ length: slots }, (_, i) => {
        const person = people[i]
        const x = i * step + step / 2
        return person === undefined ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stroke is its place
          <path key={i} className="open" d={`M${x - 0.5} ${height * 0.2}h1v${height * 0.6}h-1z`} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stroke is its place
          <path key={i} className={hueClass(person)} d={keptPath(`tally ${i} ${height}`, () => tallyPath(x, height, i))} />
        )
      })}
    </svg>
  )
}

export const Dot = ({ label }: { readonly label: Label }) => <span className={`dot ${label}`} aria-hidden="true" />
