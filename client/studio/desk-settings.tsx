import { useEffect, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { FeedbackMode, GalleryStatus } from '../../common/gallery/model.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Radios, Segments } from '../ui/choices.tsx'
import { SmallField } from '../ui/field.tsx'
import { useSaidCommand } from './use-said-command.ts'

const statuses = ['draft', 'online', 'offline', 'expired', 'archived'] as const satisfies readonly GalleryStatus[]
const modes = ['private', 'clientTeam', 'collaborative'] as const satisfies readonly FeedbackMode[]

/** What the gallery is called, whether it is open, and how people proof it. Every choice counts at once. */
export function DeskSettings() {
  const intl = useIntl()
  const { gallery } = useGallery()
  const command = useSaidCommand()
  const text = (id: string) => intl.formatMessage({ id })
  if (!gallery) return null
  if (!gallery.write) {
    return (
      <p className="note">
        <FormattedMessage id="settings.readOnly" />
      </p>
    )
  }
  const change = (fields: object) => void command({ type: 'gallery:change', ...fields })
  return (
    <div className="settings">
      <section>
        <h2>{text('settings.name')}</h2>
        <NameField name={gallery.name} onName={(name) => change({ name })} />
      </section>
      <section>
        <h2>{text('settings.status')}</h2>
        <p className="dim">{text(`settings.status.${gallery.status ?? 'online'}`)}</p>
        <Segments
          label={text('settings.status')}
          value={gallery.status ?? 'online'}
          options={statuses.map((value) => ({ value, label: text(`status.${value}`) }))}
          onChange={(status) => change({ status })}
        />
      </section>
      <section>
        <h2>{text('settings.open')}</h2>
        <p className="dim">{text(gallery.private ? 'share.private.more' : 'share.public.more')}</p>
        <Segments
          label={text('settings.open')}
          value={gallery.private ? 'private' : 'public'}
          options={[
            { value: 'private', label: text('share.private') },
            { value: 'public', label: text('share.public') },
          ]}
          onChange={(value) => change({ private: value === 'private' })}
        />
      </section>
      <section>
        <h2>{text('settings.feedback')}</h2>
        <Radios
          label={text('settings.feedback')}
          value={gallery.feedback}
          options={modes.map((value) => ({
            value,
            label: (
              <>
                {text(`feedback.${value}`)} <span className="dim">{text(`feedback.${value}.more`)}</span>
              </>
            ),
          }))}
          onChange={(feedback) => change({ feedback })}
        />
      </section>
      <section>
        <h2>{text('settings.keys')}</h2>
        <Radios
          label={text('settings.keys')}
          value={gallery.keys}
          options={(['lightroom', 'simple'] as const).map((value) => ({
            value,
            label: (
              <>
                {text(`keys.${value}`)} <span className="dim">{text(`keys.${value}.more`)}</span>
              </>
            ),
          }))}
          onChange={(keys) => change({ keys })}
        />
      </section>
      <section>
        <h2>{text('settings.ends')}</h2>
        <SmallField label={text('settings.ends.more')}>
          <input
            className="in mono"
            type="date"
            value={dateOf(gallery.expiresAt ?? null)}
            onChange={(event) => change({ expiresAt: endOf(event.target.value) })}
          />
        </SmallField>
      </section>
    </div>
  )
}

function NameField({ name, onName }: { readonly name: string; readonly onName: (name: string) => void }) {
  const intl = useIntl()
  const [text, setText] = useState(name)
  useEffect(() => setText(name), [name])
  const keep = () => (text.trim() && text.trim() !== name ? onName(text.trim()) : setText(name))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <SmallField label={intl.formatMessage({ id: 'settings.name.more' })}>
        <input className="in" value={text} maxLength={120} onChange={(event) => setText(event.target.value)} onBlur={keep} />
      </SmallField>
    </form>
  )
}

/** Day in this browser's time zone, for a date field. */
export function dateOf(at: number | null): string {
  if (at === null) return ''
  const day = new Date(at)
  return [day.getFullYear(), String(day.getMonth() + 1).padStart(2, '0'), String(day.getDate()).padStart(2, '0')].join('-')
}

/** The last moment of that day here, or null for no day. */
export function endOf(date: string): number | null {
  const at = date ? new Date(`${date}T23:59:59`).getTime() : Number.NaN
  return Number.isFinite(at) ? at : null
}
