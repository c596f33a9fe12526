/** What whoever comes by a link may do: as usual for the role, or less. */
import { FormattedMessage, useIntl } from 'react-intl'
import { rightNames } from '../../../common/gallery/model.ts'
import { defaultRights } from '../../../common/visibility/rights.ts'
import { Radios } from '../../ui/choices.tsx'
import { mayGrant, type ShareFormProps, withRight } from './share-form.ts'

export function RightsTable({ form, onForm }: ShareFormProps) {
  const intl = useIntl()
  const base = defaultRights[form.role]
  return (
    <details className="rights">
      <summary>
        <FormattedMessage id="share.rights" />
        <span className="dim">
          <FormattedMessage id={Object.keys(form.rights).length > 0 ? 'share.rights.lowered' : 'share.rights.usual'} />
        </span>
      </summary>
      <ul>
        {rightNames
          .filter((right) => base[right] !== 'none')
          .map((right) => (
            <li key={right}>
              <span>
                <FormattedMessage id={`right.${right}`} />
              </span>
              <Radios
                className="levels"
                label={intl.formatMessage({ id: `right.${right}` })}
                value={form.rights[right] ?? base[right]}
                options={(['none', 'view', 'edit'] as const)
                  .filter((level) => mayGrant(base[right], level))
                  .map((value) => ({ value, label: <FormattedMessage id={`level.${value}`} /> }))}
                onChange={(level) => onForm(withRight(form, right, level, base[right]))}
              />
            </li>
          ))}
      </ul>
    </details>
  )
}
