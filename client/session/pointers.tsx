/** The pointers of everybody else on this photo, and the own one while it is a laser. Moves without React. */
import { useEffect, useRef, useState } from 'react'
import type { PersonId, PhotoId } from '../../common/ids.ts'
import type { PresenceState } from '../../common/protocol/live.ts'
import type { Placed } from '../canvas/photo-canvas.tsx'
import { useGallery, useGalleryStore } from '../gallery/use-gallery.tsx'
import { hueClass } from '../ui/hue.ts'
import { movesLess } from '../ui/moves-less.ts'
import { drawTrails } from './draw-trails.ts'
import { pointsAt } from './place.ts'
import { begun, type Moving, type Spot, stepped } from './trails.ts'
import type { OwnPointer } from './use-pointing.ts'

interface PointersProps {
  readonly photo: PhotoId
  readonly at: Placed
  readonly own: OwnPointer
}
interface Hand {
  readonly seat: string
  readonly person: PersonId
  readonly name: string
}
/** The own pointer among those of seats. */
const self = 'self'

export function Pointers({ photo, at, own }: PointersProps) {
  const store = useGalleryStore()
  const { me } = useGallery()
  const [hands, setHands] = useState<readonly Hand[]>([])
  const root = useRef<HTMLSpanElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const lies = useRef(at)
  lies.current = at
  const person = me?.person ?? null
  useEffect(() => {
    const moving = new Map<string, Moving>()
    let frame = 0
    const pointing = (): readonly (Hand & Pick<PresenceState, 'pointer' | 'laser'>)[] => {
      // Whoever draws is seen by their pen.
      const others = store.presence.all().filter((one) => pointsAt(one, photo) && !one.stroke && one.person !== person)
      if (!own.spot || !own.laser || !person) return others
      return [...others, { seat: self, person, name: '', pointer: own.spot, laser: true }]
    }
    const draw = (now: number) => {
      frame = 0
      const jump = movesLess()
      const more = [...moving.values()].map((one) => stepped(one, now, jump)).includes(true)
      for (const [seat, { spot }] of moving) place(root.current?.querySelector<HTMLElement>(`[data-seat="${seat}"]`), spot, lies.current)
      if (canvas.current && root.current) drawTrails(canvas.current, root.current, { moving, at: lies.current, now })
      if (more) frame = requestAnimationFrame(draw)
    }
    const heard = () => {
      const now = pointing()
      for (const { seat, pointer, laser } of now) {
        if (!pointer) continue
        const known = moving.get(seat) ?? begun(pointer)
        moving.set(seat, Object.assign(known, { to: pointer, laser: laser === true }))
      }
      for (const seat of moving.keys()) if (!now.some((one) => one.seat === seat)) moving.delete(seat)
      setHands((before) => (sameHands(before, now) ? before : now.map(({ seat, person, name }) => ({ seat, person, name }))))
      frame ||= requestAnimationFrame(draw)
    }
    own.moved = heard
    heard()
    const off = store.presence.listen(heard)
    return () => {
      off()
      own.moved = () => undefined
      cancelAnimationFrame(frame)
    }
  }, [store, photo, person, own])
  useEffect(() => own.moved())
  return (
    <span ref={root} className="pointers">
      <canvas ref={canvas} width={Math.round(at.stage.width)} height={Math.round(at.stage.height)} />
      {hands.map(({ seat, person: whose, name }) => (
        <span key={seat} data-seat={seat} className={`pointer ${hueClass(whose)}`}>
          <i />
          {name && <span className="tagname">{name.trim().split(/\s+/)[0]}</span>}
        </span>
      ))}
    </span>
  )
}

function place(element: HTMLElement | null | undefined, [x, y]: Spot, { box, picture }: Placed): void {
  if (!element) return
  const left = box.x + x * picture.width * box.scale
  const top = box.y + y * picture.height * box.scale
  element.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`
  element.style.visibility = 'visible'
}

const sameHands = (a: readonly Hand[], b: readonly Hand[]): boolean =>
  a.length === b.length && a.every((hand, i) => hand.seat === b[i]?.seat && hand.name === b[i]?.name)
