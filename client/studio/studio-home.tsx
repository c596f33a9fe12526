/** All galleries in scope, as a tree; those shared with this person below. */
import { FolderPlus, Search } from 'lucide-react'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GalleryId } from '../../common/ids.ts'
import type { Me } from '../../common/protocol/http.ts'
import { usePageTitle } from '../ui/page-title.ts'
import { useTheme } from '../ui/theme.tsx'
import { FirstTable } from './first-table.tsx'
import { GalleryRowView } from './gallery-row.tsx'
import { found, rowOf, treeOf } from './gallery-tree.ts'
import { NewGallery } from './new-gallery.tsx'
import { PhotoFinds } from './photo-finds.tsx'
import { StudioTabs } from './studio-tabs.tsx'
import { StudioTop } from './studio-top.tsx'
import { useCards } from './use-cards.ts'
import './studio.css'

export function StudioHome({ me }: { readonly me: Me }) {
  const intl = useIntl()
  useTheme('staff')
  const { data: cards, isError } = useCards()
  const [words, setWords] = useState('')
  const [folded, setFolded] = useState<ReadonlySet<GalleryId>>(new Set())
  const [creating, setCreating] = useState(false)
  const account = me.accounts[0] ?? null
  usePageTitle(intl.formatMessage({ id: 'home.galleries' }), account?.name)
  const mine = new Set(me.accounts.map((one) => one.id))
  const own = (cards ?? []).filter((card) => card.account !== null && mine.has(card.account))
  const shared = (cards ?? []).filter((card) => card.account === null || !mine.has(card.account))
  const toggle = (id: GalleryId) =>
    setFolded((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  const rows = (list: typeof own) => (words ? found(list, words).map(rowOf) : treeOf(list, folded))
  return (
    <div className="studio-page">
      <StudioTop studio={account?.name ?? 'Proofroom'} me={me.person} tabs={<StudioTabs me={me} current="galleries" />} />
      <main className="home">
        <h1 className="sr">
          <FormattedMessage id="home.galleries" />
        </h1>
        {account && (
          <div className="fil">
            <label className="find">
              <Search className="i" aria-hidden="true" />
              <input
                type="search"
                value={words}
                placeholder={intl.formatMessage({ id: 'home.search' })}
                aria-label={intl.formatMessage({ id: 'home.search' })}
                onChange={(event) => setWords(event.target.value)}
              />
            </label>
            <span className="grow" />
            <button type="button" className="fil-b" onClick={() => setCreating(true)}>
              <FolderPlus className="i" aria-hidden="true" />
              <FormattedMessage id="home.new" />
            </button>
          </div>
        )}
        {isError && (
          <p className="note" role="alert">
            <FormattedMessage id="home.unreachable" />
          </p>
        )}
        {cards && account && own.length === 0 && <FirstTable onNew={() => setCreating(true)} />}
        {!cards && !isError && <RowSkeletons />}
        {own.length > 0 && (
          <div className="body">
            <div className="g hd" aria-hidden="true">
              <span className="tw-room">
                <FormattedMessage id="home.gallery" />
              </span>
              <span className="ct">
                <FormattedMessage id="home.photos" />
              </span>
              <span>
                <FormattedMessage id="home.status" />
              </span>
              <span>
                <FormattedMessage id="home.here" />
              </span>
              <span>
                <FormattedMessage id="home.last" />
              </span>
            </div>
            <ul aria-label={intl.formatMessage({ id: 'home.galleries' })}>
              {rows(own).map((row) => (
                <GalleryRowView key={row.card.id} row={row} folded={folded.has(row.card.id)} onFold={() => toggle(row.card.id)} />
              ))}
            </ul>
            {words && rows(own).length === 0 && (
              <p className="note">
                <FormattedMessage id="home.nothingFound" values={{ words }} />
              </p>
            )}
          </div>
        )}
        {shared.length > 0 && (
          <div className="body">
            <h2 className="grp">
              <FormattedMessage id="home.shared" />
            </h2>
            <ul aria-label={intl.formatMessage({ id: 'home.shared' })}>
              {rows(shared).map((row) => (
                <GalleryRowView key={row.card.id} row={row} folded={false} onFold={() => undefined} />
              ))}
            </ul>
          </div>
        )}
        {words && <PhotoFinds words={words} />}
        {cards && !account && shared.length === 0 && (
          <p className="note">
            <FormattedMessage id="home.nothingShared" />
          </p>
        )}
      </main>
      {creating && account && <NewGallery account={account.id} onClose={() => setCreating(false)} />}
    </div>
  )
}

const RowSkeletons = () => (
  <div className="body" aria-hidden="true">
    {[1, 2, 3, 4].map((row) => (
      <div key={row} className="g ske">
        <span className="nm">
          <span className="tw" />
          <span className="cov" />
          <i />
        </span>
      </div>
    ))}
  </div>
)
