/** A filter in words, part by part, each with the filter that leaves it out. */
import { useCallback } from 'react'
import { type IntlShape, useIntl } from 'react-intl'
import { type Filter, noFilter } from '../../common/gallery/filter.ts'
import { filterPairs } from '../../common/gallery/wall-address.ts'
import type { GalleryView } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'

export interface FilterPart {
  readonly words: string
  readonly without: Filter
}

type Known = Pick<GalleryView, 'people' | 'me' | 'scenes'>
type Name = keyof Filter

export function useFilterWords(): (filter: Filter) => readonly FilterPart[] {
  const intl = useIntl()
  const { people, me, scenes } = useGallery()
  return useCallback((filter) => partsOf(filter, { people, me, scenes }, intl), [intl, people, me, scenes])
}

const names: Readonly<Record<string, Name>> = { label: 'labels' }
const nameOf = (pair: string): Name => names[pair] ?? (pair as Name)

/** In the order of the address; both ends of a span of days are one part. */
function partsOf(filter: Filter, known: Known, intl: IntlShape): readonly FilterPart[] {
  const parts = new Map<Name, FilterPart>()
  for (const [pair] of filterPairs(filter)) {
    const name = nameOf(pair)
    const span = name === 'to' && parts.has('from')
    const words = span ? '' : wordsOf(name, filter, { known, intl })
    if (words) parts.set(name, { words, without: without(filter, name) })
  }
  return [...parts.values()]
}

function without(filter: Filter, name: Name): Filter {
  if (name === 'from' || name === 'to') return { ...filter, from: null, to: null }
  return { ...filter, [name]: noFilter[name] }
}

function wordsOf(name: Name, filter: Filter, { known, intl }: { readonly known: Known; readonly intl: IntlShape }): string {
  const say = (id: string, values: Record<string, string | number> = {}) => intl.formatMessage({ id }, values)
  switch (name) {
    case 'flag':
      return say(`filter.flag.${filter.flag}`)
    case 'labels':
      return filter.labels.map((label) => say(`label.${label}`)).join(' / ')
    case 'stars':
      return say('filter.stars', { n: filter.stars })
    case 'person':
      return personWords(filter, known, say)
    case 'scene':
      return known.scenes.find(({ id }) => id === filter.scene)?.name ?? ''
    case 'keyword':
    case 'camera':
      return filter[name] ?? ''
    case 'from':
    case 'to':
      return spanWords(filter, intl)
    case 'words':
      return say('find.words.of', { words: filter.words.trim() })
    default:
      return say(`filter.${name}`)
  }
}

function personWords({ person }: Filter, { people, me }: Known, say: (id: string, values?: Record<string, string>) => string): string {
  if (person === me?.person) return say('filter.byMe')
  return say('filter.by', { name: (person && people.get(person)?.name) ?? say('person.somebody') })
}

function spanWords({ from, to }: Filter, intl: IntlShape): string {
  const day = (text: string) => intl.formatDate(Date.parse(text), { dateStyle: 'medium', timeZone: 'UTC' })
  if (from && to) return from === to ? day(from) : `${day(from)} – ${day(to)}`
  if (from) return intl.formatMessage({ id: 'find.since' }, { day: day(from) })
  return intl.formatMessage({ id: 'find.until' }, { day: day(to ?? '') })
}
