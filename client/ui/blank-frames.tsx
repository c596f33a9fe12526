import { crossPath, loopPath } from './stroke-shapes.ts'

const high = 228
const gap = 24
const rows = [
  [342, 164, 342, 304],
  [164, 304, 342, 342],
  [342, 304, 164, 342],
]
const frames = rows.flatMap((row, r) =>
  row.map((width, i) => ({
    x: row.slice(0, i).reduce((sum, w) => sum + w + gap, 0),
    y: r * (high + gap),
    width,
    picked: r === 1 && i === 1,
  })),
)
const picked = frames.find((frame) => frame.picked)

/** What stands where a visitor may not see yet: empty frames, one of them marked by hand. */
export function BlankFrames({ mark }: { readonly mark: 'loop' | 'cross' | 'none' }) {
  const size = { width: picked?.width ?? 0, height: high, seed: 9 }
  return (
    <svg className="blank-frames" viewBox="-10 0 1000 732" preserveAspectRatio="xMinYMid slice" aria-hidden="true">
      {frames.map(({ x, y, width }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={width} height={high} />
      ))}
      {picked && mark !== 'none' && (
        <g className="hue-amber" transform={`translate(${picked.x} ${picked.y})`}>
          <path className="hand" d={mark === 'loop' ? loopPath({ ...size, out: 8, pen: 4 }) : crossPath(size.width, size.height, 5)} />
        </g>
      )}
    </svg>
  )
}
