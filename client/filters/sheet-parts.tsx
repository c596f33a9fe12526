/** Filters by scene, and by what was said, drawn or is new. */
import { Heart, MessageSquare, Pencil } from 'lucide-react'
import { FormattedMessage } from 'react-intl'
import { type Filter, noFilter } from '../../common/gallery/filter.ts'
import { useCounting } from '../contact-sheet/use-wall.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useOwnCounts } from '../gallery/use-own-counts.ts'
import { Chip } from './chip.tsx'
import type { PartProps } from './filter-dialog.tsx'

export function ScenePart({ filter, onChange }: PartProps) {
  const { scenes, photos, photosOf } = useGallery()
  if (scenes.length < 2) return null
  return (
    <fieldset>
      <legend>
        <FormattedMessage id="find.scene" />
      </legend>
      <div className={scenes.length > 8 ? 'chips many' : 'chips'}>
        <Chip on={filter.scene === null} count={photos.length} onPress={() => onChange({ scene: null })}>
          <FormattedMessage id="find.all" />
        </Chip>
        {scenes.map(({ id, name }) => (
          <Chip key={id} on={filter.scene === id} count={photosOf.get(id)?.length ?? 0} onPress={() => onChange({ scene: id })}>
            <span className="trunc">{name}</span>
          </Chip>
        ))}
      </div>
    </fieldset>
  )
}

export function WithPart({ filter, onChange }: PartProps) {
  const { gallery, me } = useGallery()
  const counts = useOwnCounts()
  const counted = useCounting()
  const rights = gallery?.rights
  const chip = (name: 'favourite' | 'commented' | 'unresolved' | 'drawn' | 'fresh') => ({
    on: filter[name],
    onPress: () => onChange({ [name]: !filter[name] } as Partial<Filter>),
  })
  return (
    <fieldset>
      <legend>
        <FormattedMessage id="find.with" />
      </legend>
      <div className="chips">
        {rights?.favourite !== 'none' && (
          <Chip {...chip('favourite')} count={counts.favoured}>
            <Heart className="i s" aria-hidden="true" />
            <FormattedMessage id="filter.favourites" />
          </Chip>
        )}
        {rights?.comment !== 'none' && (
          <>
            <Chip {...chip('commented')} count={counts.commented}>
              <MessageSquare className="i s" aria-hidden="true" />
              <FormattedMessage id="filter.commented" />
            </Chip>
            <Chip {...chip('unresolved')} count={counts.unresolved}>
              <FormattedMessage id="filter.unresolved" />
            </Chip>
          </>
        )}
        {rights?.draw !== 'none' && (
          <Chip {...chip('drawn')} count={counts.drawn}>
            <Pencil className="i s" aria-hidden="true" />
            <FormattedMessage id="filter.drawn" />
          </Chip>
        )}
        {me?.lastVisit !== undefined && me.lastVisit !== null && (
          <Chip {...chip('fresh')} count={counted({ ...noFilter, fresh: true })}>
            <FormattedMessage id="filter.fresh" />
          </Chip>
        )}
      </div>
    </fieldset>
  )
}
