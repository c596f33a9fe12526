import { hueClass } from './hue.ts'
import { ringPath } from './stroke-shapes.ts'
import { seedOf } from './strokes.ts'

/** First letters of the first and the last word; what stands in brackets is not part of a name. */
export function initialsOf(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, ' ')
    .trim()
    .split(/\s+/)
    .filter(Boolean)
  const [first, last] = [words[0], words.length > 1 ? words[words.length - 1] : undefined]
  return (
    [first, last]
      .map((word) => (word ? [...word][0] : ''))
      .join('')
      .toLocaleUpperCase() || '?'
  )
}

const rings = new Map<string, string>()
const ringOf = (person: string, width: number) => {
  const key = `${person} ${width}`
  const known = rings.get(key)
  if (known) return known
  const path = ringPath(seedOf(person) % 9973, width)
  rings.set(key, path)
  return path
}

export interface MonogramProps {
  readonly person: string
  readonly name: string
  /** Pixels. */
  readonly size?: number
  /** Not here at the moment: paler. */
  readonly away?: boolean
  /** True when the name stands beside it anyway. */
  readonly plain?: boolean
}

/** Initials circled in the person's own hand and hue. They are drawn, not text: what is read out is the whole name. */
export function Monogram({ person, name, size = 32, away = false, plain = false }: MonogramProps) {
  const small = size < 22
  const initials = initialsOf(name)
  return (
    <span
      className={`av ${hueClass(person)}${away ? ' away' : ''}${small ? ' one' : ''}`}
      style={{ '--av': `${size}px` } as React.CSSProperties}
      {...(plain ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
    >
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <path d={ringOf(person, size < 26 ? 2.3 : 2)} />
      </svg>
      <span data-initials={small ? initials.slice(0, 1) : initials} />
    </span>
  )
}
