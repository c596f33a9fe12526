/** Stars and colours in one row of the menu; the one that all carry is checked, and taken off by choosing it again. */
import { Star } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useIntl } from 'react-intl'
import { type Label, labels, type Mark, type Stars } from '../../../common/sheet/shape.ts'
import type { MarkPatch } from '../../gallery/gallery-view.ts'
import { Dot } from '../../ui/marks-by-hand.tsx'

interface MenuMarksProps {
  readonly marks: readonly Mark[]
  readonly may: { readonly stars: boolean; readonly label: boolean }
  readonly onMark: (patch: MarkPatch) => void
}

/** What all of them carry alike. */
function alike<T>(marks: readonly Mark[], of: (mark: Mark) => T): T | null {
  const [first, ...rest] = marks.map(of)
  return first !== undefined && rest.every((one) => one === first) ? first : null
}

export function MenuMarks({ marks, may, onMark }: MenuMarksProps) {
  const intl = useIntl()
  const stars = alike(marks, (mark) => mark.stars) ?? 0
  const label: Label | null = alike(marks, (mark) => mark.label)
  if (!may.stars && !may.label) return null
  return (
    <div className="marks">
      {may.stars && (
        <DropdownMenu.RadioGroup value={String(stars)} aria-label={intl.formatMessage({ id: 'keys.stars' })}>
          {([1, 2, 3, 4, 5] as const satisfies readonly Stars[]).map((n) => (
            <DropdownMenu.RadioItem
              key={n}
              value={String(n)}
              aria-label={intl.formatMessage({ id: 'mark.stars' }, { stars: n })}
              onSelect={() => onMark({ stars: n === stars ? 0 : n })}
            >
              <Star className={n <= stars ? 'i fill' : 'i'} aria-hidden="true" />
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      )}
      {may.label && (
        <DropdownMenu.RadioGroup value={label ?? ''} aria-label={intl.formatMessage({ id: 'menu.colours' })}>
          {labels.map((one) => (
            <DropdownMenu.RadioItem
              key={one}
              value={one}
              aria-label={intl.formatMessage({ id: `label.${one}` })}
              onSelect={() => onMark({ label: one === label ? null : one })}
            >
              <Dot label={one} />
            </DropdownMenu.RadioItem>
          ))}
        </DropdownMenu.RadioGroup>
      )}
    </div>
  )
}
