import { useMemo } from 'react'
import { useIntl } from 'react-intl'
import type { ShownSubject } from './subjects.ts'

export interface SubjectWords {
  /** What they are called where one looks as them. */
  name(shown: ShownSubject): string
  /** What they are here: "Main client". */
  role(shown: ShownSubject): string
  /** What they are, and how much they see. */
  more(shown: ShownSubject): string
}

export function useSubjectWords(): SubjectWords {
  const intl = useIntl()
  return useMemo(() => {
    const say = (id: string, values = {}) => intl.formatMessage({ id }, values)
    const role = ({ kind, role: held }: ShownSubject) =>
      kind === 'bare' ? say('as.bare.role') : held ? say(`role.${held}`) : say('as.nobody')
    return {
      name: ({ kind, name, role: held }) => (kind === 'bare' ? say('as.bare') : name || (held ? say(`role.${held}`) : '')),
      role,
      more(shown) {
        if (shown.photos > 0) return say('as.sees', { role: role(shown), n: shown.photos })
        return shown.kind === 'bare' ? say('as.bare.nothing') : say('as.seesNothing', { role: role(shown) })
      },
    }
  }, [intl])
}
