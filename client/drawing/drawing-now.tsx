import { FormattedMessage } from 'react-intl'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { useShownVersion } from '../loupe/use-showing.ts'
import { hueClass } from '../ui/hue.ts'
import { Monogram } from '../ui/monogram.tsx'
import { smooth, wax } from '../ui/strokes.ts'
import { useOthersStrokes } from './others-ink.ts'
import { useOpenInk } from './use-ink.ts'

const wave = wax(
  smooth(
    [
      [1, 8],
      [8, 3],
      [14, 9],
      [21, 3],
      [27, 8],
      [33, 5],
    ],
    1.5,
  ),
  2.6,
  4,
  true,
)

/** Among the words: who draws on the open version now. It is said aloud where the picture is. */
export function DrawingNow({ photo }: { readonly photo: SeenPhoto }) {
  const version = useShownVersion(photo)?.id ?? null
  const { known } = useOpenInk(photo.id, version)
  const strokes = useOthersStrokes(photo.id, version, known)
  return [...new Map(strokes.map((one) => [one.person, one])).values()].map(({ person, name }) => (
    <p key={person} className={`drawing-now ${hueClass(person)}`} aria-hidden="true">
      <Monogram person={person} name={name} size={28} plain />
      <span className="trunc">
        <FormattedMessage id="draw.now.row" values={{ name: <b>{name}</b> }} />
      </span>
      <svg viewBox="0 0 34 12" aria-hidden="true">
        <path d={wave} />
      </svg>
    </p>
  ))
}
