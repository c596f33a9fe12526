/** As whom staff may look, and how much each of them sees: by the very rule the server goes by, as the share page reckons it. */
import type { ClientRole, Terms } from '../../common/gallery/model.ts'
import type { PersonId, PhotoId } from '../../common/ids.ts'
import { worksOffline } from '../../common/visibility/grants.ts'
import { bareTerms, type Subject } from '../../common/visibility/view-as.ts'
import type { GalleryView } from '../gallery/gallery-view.ts'
import { linkIsOpen, shownBy, stateOfSeen, termsHeld } from '../studio/share/sight.ts'

export interface ShownSubject {
  readonly subject: Subject
  readonly kind: 'person' | 'link' | 'bare'
  /** Empty for a link without a label, and for the bare address. */
  readonly name: string
  readonly role: ClientRole | null
  readonly photos: number
  /** Of these, hidden ones that main clients see dimmed. */
  readonly dimmed: number
  /** They need no gallery that is online. */
  readonly always: boolean
}

type Known = Pick<GalleryView, 'gallery' | 'scenes' | 'photos' | 'photoById' | 'people' | 'grants' | 'links'>

/** People first, then links, then the bare address. */
export function subjectsOf({ gallery, scenes, photos, photoById, people, grants, links }: Known, now: number): readonly ShownSubject[] {
  if (!gallery) return []
  const state = stateOfSeen({ gallery, scenes, photos })
  const counted = (terms: readonly Terms[]) => {
    const shown = shownBy(terms, state)
    const always = terms.some(worksOffline)
    return { always, photos: shown.size, dimmed: [...shown].filter((id: PhotoId) => photoById.get(id)?.hidden).length }
  }
  return [
    ...[...people.values()]
      .filter(({ staff }) => !staff)
      .map((person) => ({
        subject: person.id as PersonId,
        kind: 'person' as const,
        name: person.name,
        role: person.role ?? null,
        ...counted(termsHeld(person.id, grants, links)),
      })),
    ...links
      .filter((link) => linkIsOpen(link, now))
      .map((link) => ({ subject: link.id, kind: 'link' as const, name: link.label, role: link.role, ...counted([link]) })),
    { subject: gallery.id, kind: 'bare', name: '', role: bareTerms.role, ...counted(gallery.private ? [] : [bareTerms]) },
  ]
}
