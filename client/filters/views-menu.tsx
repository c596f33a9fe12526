/** Saved views at hand: one press hangs the wall so. */
import { Bookmark, Globe, Users } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { FormattedMessage, useIntl } from 'react-intl'
import type { ViewCircle } from '../../common/gallery/saved-view.ts'
import { plainWall, wallFrom } from '../../common/gallery/wall-address.ts'
import type { WallState } from '../contact-sheet/use-wall.ts'
import { isPlain, useViews } from './use-views.ts'

interface ViewsMenuProps {
  readonly wall: WallState
  readonly className?: string
  readonly onManage: () => void
}

export function ViewsMenu({ wall, className, onManage }: ViewsMenuProps) {
  const intl = useIntl()
  const { views, current } = useViews()
  const now = current(wall)
  if (views.length === 0 && isPlain(wall)) return null
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger
        className={className}
        data-on={now !== null}
        aria-label={now ? intl.formatMessage({ id: 'views.of' }, { name: now.name }) : intl.formatMessage({ id: 'views.title' })}
        title={intl.formatMessage({ id: 'views.title' })}
      >
        <Bookmark className="i s" aria-hidden="true" />
        {now && <span className="trunc view-name">{now.name}</span>}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4}>
          <DropdownMenu.RadioGroup
            value={now?.id ?? ''}
            onValueChange={(id) => {
              const view = views.find((one) => one.id === id)
              if (view) wall.setWall(wallFrom(view.pairs))
            }}
          >
            {views.map(({ id, name, circle }) => (
              <DropdownMenu.RadioItem key={id} value={id}>
                <CircleMark circle={circle} />
                <span className="trunc">{name}</span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          {views.length > 0 && <hr />}
          {!isPlain(wall) && (
            <DropdownMenu.Item onSelect={() => wall.setWall(plainWall)}>
              <FormattedMessage id="filter.clear" />
            </DropdownMenu.Item>
          )}
          <DropdownMenu.Item onSelect={onManage}>
            <FormattedMessage id={now || isPlain(wall) ? 'views.manage' : 'views.save'} />
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

/** Whom a view is for, said as well as shown. */
export function CircleMark({ circle }: { readonly circle: ViewCircle }) {
  const intl = useIntl()
  if (circle === 'me') return <span className="i s" />
  const Icon = circle === 'team' ? Users : Globe
  return <Icon className="i s" role="img" aria-label={intl.formatMessage({ id: `views.circle.${circle}` })} />
}
