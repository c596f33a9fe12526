/** The film's rebate under a picture that stands alone: number and name on the left, how it was exposed on the right. */
import type { CSSProperties } from 'react'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import { splitName } from './split-name.ts'

interface RebateProps {
  readonly photo: Pick<SeenPhoto, 'cameraName' | 'versions'>
  /** Which of its versions is seen; the last if absent. */
  readonly version?: SeenPhoto['versions'][number]
  readonly style?: CSSProperties
}

export function Rebate({ photo: { cameraName, versions }, version = versions.at(-1), style }: RebateProps) {
  return (
    <p className="rebate edge l" {...(style ? { style } : {})}>
      <span className="trunc">
        <b>▸ {Number.parseInt(splitName(cameraName)[1], 10) || ''}</b> {cameraName.replace(/\.[^.]+$/, '')}
        {versions.length > 1 && version ? ` v${version.n}` : ''}
      </span>
      <span>{version?.capture.exposure}</span>
    </p>
  )
}
