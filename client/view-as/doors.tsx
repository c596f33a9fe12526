/** Ways to look at a gallery as somebody else. Leaving leads back to the one that was taken. */
import { Eye } from 'lucide-react'
import { useCallback, useEffect, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useLocation, useNavigate } from 'react-router'
import type { Subject } from '../../common/visibility/view-as.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { type CameFrom, type Door, lookedAs, viewAsPath } from './address.ts'
import { SubjectMenu } from './subject-menu.tsx'
import './view-as.css'

/** In the bar over the desk: as anybody. */
export function ViewAsMenu() {
  const { gallery } = useGallery()
  const view = useViewAs('top')
  const trigger = useCameBack('top')
  if (!gallery?.write) return null
  return (
    <SubjectMenu current={null} align="end" onChoose={view}>
      <button type="button" ref={trigger} className="btn line as-door">
        <Eye className="i s" aria-hidden="true" />
        <FormattedMessage id="as.door" />
      </button>
    </SubjectMenu>
  )
}

interface ViewAsButtonProps {
  readonly subject: Subject
  readonly name: string
  /** In words, where there is room for them. */
  readonly words?: boolean
}

/** Beside somebody, or a link. */
export function ViewAsButton({ subject, name, words = false }: ViewAsButtonProps) {
  const intl = useIntl()
  const { gallery } = useGallery()
  const view = useViewAs('row')
  const button = useCameBack('row', subject)
  if (!gallery?.write) return null
  const label = intl.formatMessage({ id: 'as.of' }, { name })
  return (
    <button
      type="button"
      ref={button}
      className={words ? 'tx' : 'ib as-row'}
      aria-label={label}
      {...(words ? {} : { title: label })}
      onClick={() => view(subject)}
    >
      {words ? <FormattedMessage id="as.door" /> : <Eye className="i" aria-hidden="true" />}
    </button>
  )
}

function useViewAs(door: Door): (subject: Subject) => void {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const { gallery } = useGallery()
  const id = gallery?.id
  return useCallback(
    (subject) => {
      if (id) void navigate(viewAsPath(id, subject), { state: { from: pathname + search, door, of: subject } satisfies CameFrom })
    },
    [navigate, id, pathname, search, door],
  )
}

/** Whoever comes back has the focus where they left, once. */
function useCameBack(door: Door, subject?: Subject) {
  const button = useRef<HTMLButtonElement>(null)
  const { state } = useLocation()
  const back = lookedAs(state)
  const mine = back?.door === door && (subject === undefined || back.lookedAs === subject)
  useEffect(() => {
    if (mine) button.current?.focus()
  }, [mine])
  return button
}
