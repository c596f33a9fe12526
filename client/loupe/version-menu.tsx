import { Check, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenPhoto } from '../../common/visibility/seen.ts'
import type { Manner } from './shown-version.ts'
import { useShow, useShowing } from './use-showing.ts'

const manners: readonly Manner[] = ['wipe', 'side']

/** Which version is shown, and what it is held against; nothing where there is one only. */
export function VersionMenu({ photo }: { readonly photo: SeenPhoto }) {
  const intl = useIntl()
  const { version, manner } = useShowing(photo)
  const show = useShow(photo)
  if (photo.versions.length < 2 || !version) return null
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className="btn versions" aria-label={intl.formatMessage({ id: 'version.menu' }, { n: version.n })}>
        <span className="wd">
          <FormattedMessage id="version.n" values={{ n: version.n }} />
        </span>
        <span className="short" aria-hidden="true" data-word={`v${version.n}`} />
        <ChevronDown className="i s" aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
          <DropdownMenu.RadioGroup value={version.id}>
            {photo.versions.toReversed().map(({ id, n, width, height }, i) => (
              <DropdownMenu.RadioItem key={id} value={id} onSelect={() => show({ version: id })}>
                <Tick />
                <FormattedMessage id={i === 0 ? 'version.current' : 'version.n'} values={{ n }} />
                <span className="grow" />
                <span className="edge num">
                  {width} × {height}
                </span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator asChild>
            <hr />
          </DropdownMenu.Separator>
          {manners.map((one) => (
            <DropdownMenu.CheckboxItem key={one} checked={manner === one} onSelect={() => show({ manner: manner === one ? null : one })}>
              <Tick />
              <FormattedMessage id={`version.${one}`} />
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

function Tick() {
  return (
    <span className="tick">
      <DropdownMenu.ItemIndicator>
        <Check className="i" aria-hidden="true" />
      </DropdownMenu.ItemIndicator>
    </span>
  )
}
