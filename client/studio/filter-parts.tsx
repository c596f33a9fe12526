/** Parts of the desk's filter row: the five colours and the flag. */
import { ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { FormattedMessage, useIntl } from 'react-intl'
import type { Filter } from '../../common/gallery/filter.ts'
import type { labels } from '../../common/sheet/shape.ts'
import { Dot } from '../ui/marks-by-hand.tsx'

export interface PartProps {
  readonly filter: Filter
  readonly onChange: (change: Partial<Filter>) => void
}

export function LabelToggle({ label, filter, onChange }: PartProps & { readonly label: (typeof labels)[number] }) {
  const intl = useIntl()
  const pressed = filter.labels.includes(label)
  const name = intl.formatMessage({ id: `label.${label}` })
  return (
    <button
      type="button"
      className="fil-b dot-b"
      aria-pressed={pressed}
      aria-label={name}
      title={name}
      onClick={() => onChange({ labels: pressed ? filter.labels.filter((one) => one !== label) : [...filter.labels, label] })}
    >
      <Dot label={label} />
    </button>
  )
}

const flags = ['any', 'pick', 'reject', 'none'] as const

export function FlagMenu({ filter, onChange }: PartProps) {
  const intl = useIntl()
  const flag = filter.flag ?? 'any'
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="fil-b" data-on={filter.flag !== null}>
        <FormattedMessage id={flag === 'any' ? 'find.anyFlag' : `filter.flag.${flag}`} />
        <ChevronDown className="i s" aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu small" align="start" sideOffset={4}>
          <DropdownMenu.RadioGroup
            value={flag}
            aria-label={intl.formatMessage({ id: 'filter.flag' })}
            onValueChange={(value) => {
              const next = flags.find((one) => one === value) ?? 'any'
              onChange({ flag: next === 'any' ? null : next })
            }}
          >
            {flags.map((one) => (
              <DropdownMenu.RadioItem key={one} value={one}>
                <FormattedMessage id={one === 'any' ? 'find.anyFlag' : `filter.flag.${one}`} />
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
