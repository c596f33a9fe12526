/** Every time a list was sent, and what came and went in between. */
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenSubmission } from '../../common/visibility/seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { changeBetween } from './filling.ts'
import { sayTime } from './list-words.ts'

export function SentVersions({ submission }: { readonly submission: SeenSubmission }) {
  const intl = useIntl()
  const { people, photoById, me } = useGallery()
  const versions = submission.versions.map((version, i) => ({ version, before: submission.versions[i - 1] })).reverse()
  const names = (ids: readonly SeenSubmission['versions'][number]['photos'][number][]) =>
    ids.flatMap((id) => photoById.get(id)?.cameraName ?? []).join(', ')
  return (
    <ol className="list-versions" aria-label={intl.formatMessage({ id: 'list.versions' })}>
      {versions.map(({ version, before }) => {
        const change = before && changeBetween(before.photos, version.photos)
        const person = version.by ? people.get(version.by) : undefined
        const name =
          version.by !== null && version.by === me?.person
            ? intl.formatMessage({ id: 'list.you' })
            : (person?.name ?? intl.formatMessage({ id: 'person.somebody' }))
        return (
          <li key={version.n}>
            {version.by && <Monogram person={version.by} name={version.by === me?.person ? me.name : name} size={24} plain />}
            <span className="words">
              <b>
                <FormattedMessage id="list.version.by" values={{ n: version.n, date: sayTime(version.at, intl), name }} />
              </b>
              {change && before && (
                <small title={[...names(change.added), ...names(change.removed)].length > 0 ? sayNames(change, names) : undefined}>
                  <FormattedMessage
                    id="list.version.change"
                    values={{ added: change.added.length, removed: change.removed.length, n: before.n }}
                  />
                </small>
              )}
              {version.note && <q>{version.note}</q>}
            </span>
            <span className="edge">
              <FormattedMessage id="list.version.photos" values={{ n: version.photos.length }} />
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function sayNames({ added, removed }: ReturnType<typeof changeBetween>, names: (ids: typeof added) => string): string {
  return [added.length > 0 && `+ ${names(added)}`, removed.length > 0 && `− ${names(removed)}`].filter(Boolean).join('\n')
}
