/** A filter in words, part by part, each with the filter that leaves it out. */
import { useCallback } from 'react'
import { useIntl } from 'react-intl'
import type { Filter } from '../../common/gallery/filter.ts'
import { useGallery } from '../gallery/use-gallery.tsx'

export interface FilterPart {
  readonly words: string
  readonly without: Filter
}

export function useFilterWords(): (filter: Filter) => readonly FilterPart[] {
  const intl = useIntl()
  const { people, me, scenes } = useGallery()
  return useCallback(
    (filter) => {
      const say = (id: string, values: Record<string, string | number> = {}) => intl.formatMessage({ id }, values)
      const parts: FilterPart[] = []
      const person =
        filter.person === me?.person
          ? say('filter.byMe')
          : say('filter.by', { name: people.get(filter.person ?? ('' as never))?.name ?? '' })
      if (filter.flag) parts.push({ words: say(`filter.flag.${filter.flag}`), without: { ...filter, flag: null } })
      if (filter.labels.length > 0)
        parts.push({ words: filter.labels.map((label) => say(`label.${label}`)).join(' / '), without: { ...filter, labels: [] } })
      if (filter.stars > 0) parts.push({ words: say('filter.stars', { n: filter.stars }), without: { ...filter, stars: 0 } })
      if (filter.favourite) parts.push({ words: say('filter.favourite'), without: { ...filter, favourite: false } })
      if (filter.person) parts.push({ words: person, without: { ...filter, person: null } })
      if (filter.commented) parts.push({ words: say('filter.commented'), without: { ...filter, commented: false } })
      if (filter.unresolved) parts.push({ words: say('filter.unresolved'), without: { ...filter, unresolved: false } })
      if (filter.drawn) parts.push({ words: say('filter.drawn'), without: { ...filter, drawn: false } })
      if (filter.text) parts.push({ words: say('filter.names'), without: { ...filter, text: '' } })
      const scene = scenes.find(({ id }) => id === filter.scene)
      if (scene) parts.push({ words: scene.name, without: { ...filter, scene: null } })
      return parts
    },
    [intl, people, me, scenes],
  )
}
