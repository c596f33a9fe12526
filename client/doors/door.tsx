/** The frame of every way in: words at the left, unexposed frames at the right. */
import type { ReactNode } from 'react'
import { LanguageSwitch } from '../app/language.tsx'
import { BlankFrames } from '../ui/blank-frames.tsx'
import { usePageTitle } from '../ui/page-title.ts'
import { ThemeSwitch, useTheme } from '../ui/theme.tsx'
import './doors.css'

interface DoorProps {
  /** Whose door it is; the product's name when nobody's. */
  readonly studio?: string | undefined
  readonly title: string
  readonly lead?: ReactNode
  readonly mark?: 'loop' | 'cross' | 'none'
  /** What lies at the right instead of blank frames. */
  readonly beside?: ReactNode
  /** Said at once: it was not asked for. */
  readonly alert?: boolean
  readonly children?: ReactNode
}

export function Door({ studio = 'Proofroom', title, lead, mark = 'loop', beside, alert = false, children }: DoorProps) {
  useTheme('client')
  usePageTitle(title, studio)
  return (
    <>
      <header className="door-top">
        <span className="brand">{studio}</span>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main className={`door mark-${mark}${beside ? ' with-paper' : ''}`}>
        {beside ?? <BlankFrames mark={mark} />}
        <div className="ask" role={alert ? 'alert' : undefined}>
          {/* A name that is long is set smaller: what is asked stays on the first screen. */}
          <h1 className={title.length > 32 || /\S{13}/.test(title) ? 'long' : undefined}>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
          {children}
        </div>
      </main>
    </>
  )
}
