import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { currentVersion } from '../contact-sheet/picture.tsx'
import { splitName } from '../contact-sheet/split-name.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { pictureUrl } from '../net/picture-address.ts'
import { Cross } from '../ui/marks-by-hand.tsx'
import { seedOf } from '../ui/strokes.ts'
import { type Survey, staying } from './survey.ts'

interface SurveyBarProps {
  readonly survey: Survey
  readonly onUndo: () => void
  readonly onPutBack: (photo: PhotoId) => void
  readonly onKeep: () => void
}

/** Pixels of a dropped frame. */
const side = 40

/** How many stay, what was dropped, and the end of it. */
export function SurveyBar({ survey, onUndo, onPutBack, onKeep }: SurveyBarProps) {
  const intl = useIntl()
  const { gallery, photoById } = useGallery()
  const stay = staying(survey)
  const latest = photoById.get(survey.dropped.at(-1) ?? ('' as PhotoId))
  if (!gallery || survey.photos.length === 0) return null
  return (
    <section className="hold inv" aria-label={intl.formatMessage({ id: 'survey.result' })}>
      <p className="n" role="status">
        <FormattedMessage id="survey.stay" values={{ n: stay.length, all: survey.photos.length }} />
        {latest && (
          <small>
            <FormattedMessage id="survey.dropped" values={{ name: splitName(latest.cameraName)[1] }} />
          </small>
        )}
      </p>
      <span className="outs">
        {survey.dropped.map((id) => {
          const photo = photoById.get(id)
          const version = photo ? currentVersion(photo) : null
          return (
            photo && (
              <button
                key={id}
                type="button"
                aria-label={intl.formatMessage({ id: 'survey.putBack' }, { name: photo.cameraName })}
                title={splitName(photo.cameraName)[1]}
                onClick={() => onPutBack(id)}
              >
                {version && <img src={pictureUrl(gallery.id, id, version.id, 320)} alt="" width={side} height={side} draggable={false} />}
                <DropCross id={id} />
              </button>
            )
          )
        })}
      </span>
      {survey.dropped.length > 0 && (
        <button type="button" className="btn" onClick={onUndo}>
          <FormattedMessage id="survey.undo" />
        </button>
      )}
      {gallery.rights.flag === 'edit' && stay.length > 0 && (
        <button type="button" className="btn solid" onClick={onKeep}>
          <FormattedMessage id="survey.keep" values={{ n: stay.length }} />
        </button>
      )}
    </section>
  )
}

function DropCross({ id }: { readonly id: PhotoId }) {
  const { me } = useGallery()
  return me ? <Cross person={me.person} width={side} height={side} seed={seedOf(id)} /> : null
}
