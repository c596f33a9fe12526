/** The gallery's shares: public or private, who sees which scene, and new ways in. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { LinkId, PhotoId } from '../../../common/ids.ts'
import { useGallery } from '../../gallery/use-gallery.tsx'
import { Segments } from '../../ui/choices.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useSaidCommand } from '../use-said-command.ts'
import { Matrix } from './matrix.tsx'
import { ShareDialog } from './share-dialog.tsx'

export function SharePage({ selected }: { readonly selected: ReadonlySet<PhotoId> }) {
  const intl = useIntl()
  const { gallery, links } = useGallery()
  const command = useSaidCommand()
  const [open, setOpen] = useState<LinkId | 'new' | null>(null)
  const [asking, setAsking] = useState(false)
  if (!gallery) return null
  const limited = links.filter(
    (link) => link.revokedAt === null && link.scenes !== 'all' && link.role !== 'mainClient' && link.role !== 'vendor',
  ).length
  const setPrivate = (wanted: boolean) => {
    if (!wanted && limited > 0) setAsking(true)
    else void command({ type: 'gallery:change', private: wanted })
  }
  const link = links.find((one) => one.id === open)
  return (
    <>
      <div className="fil">
        <Segments
          label={intl.formatMessage({ id: 'settings.open' })}
          value={gallery.private ? 'private' : 'public'}
          options={[
            { value: 'private', label: <FormattedMessage id="share.private" /> },
            { value: 'public', label: <FormattedMessage id="share.public" /> },
          ]}
          onChange={(value) => setPrivate(value === 'private')}
        />
        <span className="dim hide-m trunc">
          <FormattedMessage id={gallery.private ? 'share.private.more' : 'share.public.more'} />
        </span>
        <span className="grow" />
        {gallery.write && (
          <button type="button" className="btn solid" onClick={() => setOpen('new')}>
            <Plus className="i s" aria-hidden="true" />
            <FormattedMessage id="share.new" />
          </button>
        )}
      </div>
      {gallery.status !== 'online' && (
        <p className="news" role="status">
          <FormattedMessage id="share.notOnline" />
          {gallery.write && (
            <button type="button" className="tx" onClick={() => void command({ type: 'gallery:change', status: 'online' })}>
              <FormattedMessage id="share.putOnline" />
            </button>
          )}
        </p>
      )}
      <div className="body">
        <Matrix onLink={(one) => setOpen(one.id)} />
      </div>
      {(open === 'new' || link) && <ShareDialog key={open} link={link ?? null} selected={selected} onClose={() => setOpen(null)} />}
      {asking && (
        <Dialog
          title={intl.formatMessage({ id: 'share.widen' }, { n: limited })}
          lead={<FormattedMessage id="share.widen.more" />}
          onClose={() => setAsking(false)}
        >
          <div className="foot">
            <button type="button" className="btn line" onClick={() => setAsking(false)}>
              <FormattedMessage id="share.keepPrivate" />
            </button>
            <button
              type="button"
              className="btn solid"
              onClick={() => {
                setAsking(false)
                void command({ type: 'gallery:change', private: false })
              }}
            >
              <FormattedMessage id="share.makePublic" />
            </button>
          </div>
        </Dialog>
      )}
    </>
  )
}
