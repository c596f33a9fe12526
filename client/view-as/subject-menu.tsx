/** As whom to look: people by their hands, then links, each with what they are here and how much they see. */
import { Check, Globe, Link2, Printer } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { type ReactNode, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Subject } from '../../common/visibility/view-as.ts'
import { Monogram } from '../ui/monogram.tsx'
import type { ShownSubject } from './subjects.ts'
import { useSubjectWords } from './use-subject-words.ts'
import { useSubjects } from './use-subjects.ts'
import './view-as.css'

interface SubjectMenuProps {
  readonly current: Subject | null
  readonly align: 'start' | 'end'
  readonly onChoose: (subject: Subject) => void
  /** What opens it. */
  readonly children: ReactNode
}

export function SubjectMenu({ current, align, onChoose, children }: SubjectMenuProps) {
  const intl = useIntl()
  const chose = useRef(false)
  const choose = (subject: string) => {
    chose.current = subject !== current
    if (chose.current) onChoose(subject as Subject)
  }
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu as-menu"
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            // Whom one looks as now has the keys.
            if (chose.current) event.preventDefault()
            chose.current = false
          }}
          aria-label={intl.formatMessage({ id: 'as.whom' })}
        >
          <DropdownMenu.RadioGroup value={current ?? ''} onValueChange={choose}>
            <Groups current={current} />
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** Only while the menu is open. */
function Groups({ current }: Pick<GroupProps, 'current'>) {
  const subjects = useSubjects()
  const people = subjects.filter(({ kind }) => kind === 'person')
  const links = subjects.filter(({ kind }) => kind !== 'person')
  return (
    <>
      {people.length > 0 && <Group id="matrix.people" subjects={people} current={current} />}
      <Group id="matrix.links" subjects={links} current={current} />
    </>
  )
}

interface GroupProps {
  readonly id: string
  readonly subjects: readonly ShownSubject[]
  readonly current: Subject | null
}

function Group({ id, subjects, current }: GroupProps) {
  const words = useSubjectWords()
  return (
    <>
      <DropdownMenu.Label className="t">
        <FormattedMessage id={id} />
      </DropdownMenu.Label>
      {subjects.map((one) => (
        <DropdownMenu.RadioItem key={one.subject} value={one.subject} className="as-whom">
          <SubjectMark shown={one} size={26} />
          <span className="words">
            <b className="trunc">{words.name(one)}</b>
            <small className="trunc">{words.more(one)}</small>
          </span>
          {one.subject === current && <Check className="i" aria-hidden="true" />}
        </DropdownMenu.RadioItem>
      ))}
    </>
  )
}

/** A person has a hand; whoever comes by a link has none yet. */
export function SubjectMark({ shown: { kind, subject, name, role }, size }: { readonly shown: ShownSubject; readonly size: number }) {
  if (kind === 'person') return <Monogram person={subject} name={name} size={size} plain />
  const Icon = kind === 'bare' ? Globe : role === 'vendor' ? Printer : Link2
  return (
    <span className="nohand" style={{ width: size }}>
      <Icon className="i" aria-hidden="true" />
    </span>
  )
}
