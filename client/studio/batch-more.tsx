/** Where the bar is narrow: what it has no room for, in a menu. The style sheet says how much is folded in. */
import { Ellipsis, Star } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { type Label, labels, type Stars } from '../../common/sheet/shape.ts'
import { Dot } from '../ui/marks-by-hand.tsx'

export interface BatchAct {
  readonly name: string
  readonly act: () => void
}

interface BatchMoreProps {
  readonly acts: readonly BatchAct[]
  readonly onUnflag: () => void
  readonly onStars: (stars: Stars) => void
  readonly onLabel: (label: Label) => void
}

export function BatchMore({ acts, onUnflag, onStars, onLabel }: BatchMoreProps) {
  const intl = useIntl()
  const name = intl.formatMessage({ id: 'batch.more' })
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="batch-fold" aria-label={name} title={name}>
        <Ellipsis className="i" aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu batch-menu" align="end" side="top" sideOffset={6}>
          <div className="batch-marks">
            <Row>
              {([1, 2, 3, 4, 5] as const satisfies readonly Stars[]).map((stars) => (
                <DropdownMenu.Item
                  key={stars}
                  aria-label={intl.formatMessage({ id: 'mark.stars' }, { stars })}
                  onSelect={() => onStars(stars)}
                >
                  <span className="edge">{stars}</span>
                  <Star className="i s" aria-hidden="true" />
                </DropdownMenu.Item>
              ))}
            </Row>
            <Row>
              {labels.map((label) => (
                <DropdownMenu.Item key={label} aria-label={intl.formatMessage({ id: `label.${label}` })} onSelect={() => onLabel(label)}>
                  <Dot label={label} />
                </DropdownMenu.Item>
              ))}
            </Row>
          </div>
          <DropdownMenu.Item onSelect={onUnflag} className="batch-unflag">
            <FormattedMessage id="mark.Unflag" />
          </DropdownMenu.Item>
          {acts.map((one) => (
            <DropdownMenu.Item key={one.name} onSelect={one.act}>
              {one.name}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Row({ children }: { readonly children: ReactNode }) {
  return <DropdownMenu.Group className="batch-row">{children}</DropdownMenu.Group>
}
