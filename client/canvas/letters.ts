/** How wide words are, as a canvas draws them; where there is none, as wide as words mostly are. */
export const letterFont = '"Schibsted Grotesk Variable", "Schibsted Grotesk", system-ui, sans-serif'
export const letterWeight = 600

/** Mean width of a letter, in heights. */
const meanWidth = 0.52
/** Pixels in which is measured. */
const measure = 100
/** Lines remembered: those of the open photos. */
const most = 500

const known = new Map<string, number>()
let brush: OffscreenCanvasRenderingContext2D | null | undefined

/** In heights of the letters. */
export function lineWidth(line: string): number {
  const before = known.get(line)
  if (before !== undefined) return before
  const pen = brushOf()
  if (!pen) return line.length * meanWidth
  const width = pen.measureText(line).width / measure
  if (known.size >= most) known.clear()
  known.set(line, width)
  return width
}

function brushOf(): OffscreenCanvasRenderingContext2D | null {
  if (brush !== undefined) return brush
  brush = typeof OffscreenCanvas === 'undefined' ? null : new OffscreenCanvas(1, 1).getContext('2d')
  if (!brush) return null
  const pen = brush
  const take = () => {
    pen.font = `${letterWeight} ${measure}px ${letterFont}`
    known.clear()
  }
  take()
  // Until the letters are here others are measured.
  globalThis.document?.fonts?.addEventListener('loadingdone', take)
  return brush
}
