/** Trails of lasers on a plain canvas: each piece as faint as it is old. */
import type { Placed } from '../canvas/photo-canvas.tsx'
import { freshness, type Moving } from './trails.ts'

interface Trails {
  readonly moving: ReadonlyMap<string, Moving>
  readonly at: Placed
  readonly now: number
}

export function drawTrails(canvas: HTMLCanvasElement, root: HTMLElement, { moving, at, now }: Trails): void {
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.clearRect(0, 0, canvas.width, canvas.height)
  pen.lineCap = 'round'
  for (const [seat, { trail }] of moving) {
    if (trail.length < 2) continue
    const hand = root.querySelector<HTMLElement>(`[data-seat="${seat}"]`)
    pen.strokeStyle = hand ? getComputedStyle(hand).getPropertyValue('--wax') : 'black'
    for (let i = 1; i < trail.length; i++) {
      const [from, to] = [trail[i - 1], trail[i]]
      if (!from || !to) continue
      const fresh = freshness(to, now)
      pen.globalAlpha = fresh * fresh
      pen.lineWidth = 2 + fresh * 4
      pen.beginPath()
      pen.moveTo(...inStage(from.spot, at))
      pen.lineTo(...inStage(to.spot, at))
      pen.stroke()
    }
  }
  pen.globalAlpha = 1
}

const inStage = ([x, y]: readonly [number, number], { box, picture }: Placed): [number, number] => [
  box.x + x * picture.width * box.scale,
  box.y + y * picture.height * box.scale,
]
