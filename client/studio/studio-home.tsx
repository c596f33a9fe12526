/** All galleries in scope, as a tree; those shared with this person below; beside them who is inside and what is new. */
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { GalleryCard, Me } from '../../common/protocol/http.ts'
import { usePageTitle } from '../ui/page-title.ts'
import { useTheme } from '../ui/theme.tsx'
import { useStudio } from './current-studio.ts'
import { FirstTable } from './first-table.tsx'
import { found, type SortBy } from './gallery-tree.ts'
import { GalleryList, ListHead, RowSkeletons } from './home/gallery-list.tsx'
import { HereSection } from './home/here-now.tsx'
import { HomeBar } from './home/home-bar.tsx'
import { NewsSection } from './home/news-section.tsx'
import { NewGallery } from './new-gallery.tsx'
import { StudioPaletteDoor } from './palette/palette-door.tsx'
import { PhotoFinds } from './photo-finds.tsx'
import { StudioTabs } from './studio-tabs.tsx'
import { StudioTop } from './studio-top.tsx'
import { useCards, useHere, useNews } from './use-cards.ts'
import './studio.css'
import './home/home.css'

export function StudioHome({ me }: { readonly me: Me }) {
  const intl = useIntl()
  useTheme('staff')
  const account = useStudio(me)
  const { data: cards, isError } = useCards()
  const { data: here = [] } = useHere()
  const { data: news = [] } = useNews()
  const [words, setWords] = useState('')
  const [sort, setSort] = useState<SortBy>('activity')
  const [creating, setCreating] = useState(false)
  usePageTitle(intl.formatMessage({ id: 'home.galleries' }), account?.name)
  const isOwn = ({ account: of }: GalleryCard) => account !== null && of === account.id
  const hits = words ? found(cards ?? [], words) : (cards ?? [])
  const own = hits.filter(isOwn)
  const shared = hits.filter((card) => !isOwn(card))
  const byId = new Map((cards ?? []).map((card) => [card.id, card]))
  const lists = { here, news, found: words !== '', sort }
  const first = cards !== undefined && account?.makes === true && !cards.some(isOwn)
  const beside = cards !== undefined && cards.length > 0 && account !== null && !(first && cards.every(isOwn))
  return (
    <div className={beside ? 'studio-page beside' : 'studio-page'}>
      <StudioTop
        studio={account?.name ?? 'Proofroom'}
        me={me.person}
        tabs={<StudioTabs me={me} current="galleries" />}
        palette={<StudioPaletteDoor me={me} />}
      />
      <main className="home">
        <h1 className="sr">
          <FormattedMessage id="home.galleries" />
        </h1>
        {account && (
          <HomeBar words={words} onWords={setWords} sort={sort} onSort={setSort} onNew={account.makes ? () => setCreating(true) : null} />
        )}
        {isError && (
          <p className="note" role="alert">
            <FormattedMessage id="home.unreachable" />
          </p>
        )}
        {first && <FirstTable onNew={() => setCreating(true)} />}
        {!cards && !isError && <RowSkeletons />}
        {own.length > 0 && (
          <div className="body">
            <ListHead />
            <GalleryList label={intl.formatMessage({ id: 'home.galleries' })} cards={own} {...lists} />
          </div>
        )}
        {shared.length > 0 && (
          <div className="body">
            <h2 className="grp">
              <FormattedMessage id="home.shared" />
            </h2>
            <GalleryList label={intl.formatMessage({ id: 'home.shared' })} cards={shared} {...lists} />
          </div>
        )}
        {words && cards && cards.length > 0 && hits.length === 0 && (
          <p className="note">
            <FormattedMessage id="home.nothingFound" values={{ words }} />
          </p>
        )}
        {words && <PhotoFinds words={words} />}
        {cards && cards.length === 0 && !first && (
          <p className="note">
            <FormattedMessage id="home.nothingShared" />
          </p>
        )}
      </main>
      {beside && (
        <aside className="home-side">
          <HereSection here={here} cards={byId} />
          <NewsSection news={news} cards={byId} />
        </aside>
      )}
      {creating && account && <NewGallery account={account.id} onClose={() => setCreating(false)} />}
    </div>
  )
}
