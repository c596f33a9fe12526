/** On a phone: who one is here, the language and the theme, behind one button. */
import { Ellipsis, Gavel } from 'lucide-react'
import { Popover } from 'radix-ui'
import { useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { LanguageSwitch } from '../app/language.tsx'
import { useGallery } from '../gallery/use-gallery.tsx'
import { DecisionList } from '../session/decision-list.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { ThemeSwitch } from '../ui/theme.tsx'

export function OwnMenu() {
  const intl = useIntl()
  const { me, table } = useGallery()
  const [listing, setListing] = useState(false)
  return (
    <>
      <Popover.Root>
        <Popover.Trigger className="own" aria-label={intl.formatMessage({ id: 'room.own' })}>
          {me ? <Monogram person={me.person} name={me.name} size={30} plain /> : <Ellipsis className="i" aria-hidden="true" />}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            className="menu own-menu"
            align="end"
            sideOffset={6}
            collisionPadding={8}
            aria-label={intl.formatMessage({ id: 'room.own' })}
          >
            {me && (
              <p className="t">
                <FormattedMessage id="room.me" values={{ name: me.name }} />
              </p>
            )}
            {table.decisions.length > 0 && (
              <Popover.Close className="row" onClick={() => setListing(true)}>
                <Gavel className="i" aria-hidden="true" />
                <FormattedMessage id="live.decisions.door" values={{ n: table.decisions.length }} />
              </Popover.Close>
            )}
            <div className="ways">
              <LanguageSwitch />
              <ThemeSwitch />
            </div>
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      {listing && <DecisionList onClose={() => setListing(false)} />}
    </>
  )
}
