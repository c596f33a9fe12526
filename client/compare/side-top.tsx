import { ArrowLeft, Link2, Link2Off } from 'lucide-react'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import { Away } from '../acts/away.tsx'
import { Zoom, type ZoomProps } from '../loupe/zoom.tsx'
import { Avatars } from '../session/avatars.tsx'
import { LaserButton } from '../session/laser-button.tsx'
import { PresentButton } from '../session/present-button.tsx'
import { SessionBar } from '../session/session-bar.tsx'
import { ThemeSwitch } from '../ui/theme.tsx'

export type Manner = 'two' | 'four' | 'all'

interface SideTopProps {
  readonly title: 'compare.title' | 'survey.title'
  readonly manner: Manner | null
  readonly onManner: (manner: Manner) => void
  readonly photos: readonly PhotoId[]
  readonly wallHref: string
  readonly onLeave: () => void
  readonly children?: ReactNode
}

export function SideTop({ title, manner, onManner, photos, wallHref, onLeave, children }: SideTopProps) {
  const intl = useIntl()
  return (
    <header className="ltop stop">
      <a
        className="ib"
        href={wallHref}
        aria-label={intl.formatMessage({ id: 'compare.back' })}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return
          event.preventDefault()
          onLeave()
        }}
      >
        <ArrowLeft className="i" aria-hidden="true" />
      </a>
      <h1>
        <FormattedMessage id={title} />
      </h1>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields */}
      <div className="seg" role="group" aria-label={intl.formatMessage({ id: 'compare.manner' })}>
        {(['two', 'four', 'all'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={manner === one} onClick={() => onManner(one)}>
            <FormattedMessage id={`compare.${one}`} />
          </button>
        ))}
      </div>
      <span className="grow" />
      <Away />
      {children}
      <div className="grp dsk">
        <ThemeSwitch />
      </div>
      <LaserButton photos={photos} />
      {/* In the place of what begins it: the focus goes from one to the other. */}
      <SessionBar />
      <PresentButton />
      <Avatars most={4} />
    </header>
  )
}

interface SideZoomProps extends ZoomProps {
  readonly together: boolean
  readonly onTogether: (together: boolean) => void
}

export function SideZoom({ together, onTogether, ...zoom }: SideZoomProps) {
  const intl = useIntl()
  const Chain = together ? Link2 : Link2Off
  return (
    <>
      <button
        type="button"
        className="btn together"
        aria-pressed={together}
        aria-label={intl.formatMessage({ id: 'compare.together' })}
        onClick={() => onTogether(!together)}
      >
        <Chain className="i s" aria-hidden="true" />
        <span className="wd">
          <FormattedMessage id={together ? 'compare.together' : 'compare.apart'} />
        </span>
      </button>
      <Zoom {...zoom} />
    </>
  )
}
