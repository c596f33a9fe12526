import { FormattedMessage } from 'react-intl'
import type { HereNow } from '../../../common/protocol/studio-now.ts'
import { shortName } from './said-names.ts'

/** "Mara draws on 0022" */
export function DoingWords({ one: { name, does, photo } }: { readonly one: HereNow }) {
  const what = photo ? does : 'inside'
  return <FormattedMessage id={`now.${what}`} values={{ who: <b>{name}</b>, photo: photo ? shortName(photo.cameraName) : '' }} />
}

export const whereIs = ({ gallery, photo }: HereNow): string => (photo ? `/g/${gallery}/p/${photo.photo}` : `/g/${gallery}`)
