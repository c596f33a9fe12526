/** What keeps whom one looks as from seeing this now, in words over the frame: a gallery that is not online, terms nobody accepted yet. */
import { useEffect, useState } from 'react'
import { FormattedMessage } from 'react-intl'
import type { Subject } from '../../common/visibility/view-as.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import type { ShownSubject } from './subjects.ts'

interface ConditionProps {
  readonly shown: ShownSubject
  /** The frame shows a vendor's terms. */
  readonly terms: boolean
}

export function Condition({ shown, terms }: ConditionProps) {
  const { gallery } = useGallery()
  const closed = !shown.always && gallery?.status !== 'online' && gallery?.status
  return (
    <div className="va-condition inv" role="status">
      {closed && (
        <p>
          <FormattedMessage id={closed === 'draft' ? 'as.notYet' : 'as.notNow'} values={{ b: (text) => <b key="b">{text}</b> }} />
        </p>
      )}
      {terms && (
        <p>
          <FormattedMessage id="as.terms" values={{ b: (text) => <b key="b">{text}</b> }} />
        </p>
      )}
    </div>
  )
}

/** Whoever has accepted comes in at once: then the frame is tried anew. */
export function useTerms(subject: Subject) {
  const { here } = useGallery()
  const [before, setBefore] = useState<Subject | null>(null)
  const [tries, setTries] = useState(0)
  const terms = before === subject
  const inside = here.some(({ person }) => person === subject)
  useEffect(() => {
    if (terms && inside) setTries((n) => n + 1)
  }, [terms, inside])
  return { terms, tries, onTerms: (stands: boolean) => setBefore(stands ? subject : null) }
}
