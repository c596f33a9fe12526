/** With whom whoever comes by a link shares what they mark: as the gallery says, or as this link says. */
import { FormattedMessage, useIntl } from 'react-intl'
import type { FeedbackMode } from '../../../common/gallery/model.ts'
import { Radios } from '../../ui/choices.tsx'
import { modesOf, othersSee, type ShareFormProps } from './share-form.ts'

interface FeedbackFieldProps extends ShareFormProps {
  /** The gallery's own. */
  readonly usual: FeedbackMode
}

export function FeedbackField({ form, onForm, usual }: FeedbackFieldProps) {
  const intl = useIntl()
  const text = (id: string, values = {}) => intl.formatMessage({ id }, values)
  const modes = modesOf(form)
  if (modes.length === 0) return null
  return (
    <div className="own-feedback">
      <p className="lab">{text('settings.feedback')}</p>
      <Radios
        className="radios across"
        label={text('settings.feedback')}
        value={form.feedback ?? 'usual'}
        options={[
          { value: 'usual', label: text('share.feedback.usual', { mode: text(`feedback.${usual}`) }) },
          ...modes.map((value) => ({ value, label: text(`feedback.${value}`) })),
        ]}
        onChange={(value) => onForm({ ...form, feedback: value === 'usual' ? null : value })}
      />
      <p className="dim xs" role="status">
        <FormattedMessage id={`share.feedback.${othersSee(form, usual)}`} />
      </p>
    </div>
  )
}
