/** Where else one may go: one's other studios, and galleries one was let into as a client. */
import { Check, Images } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { FormattedMessage } from 'react-intl'
import { useNavigate } from 'react-router'
import { useMe } from '../app/use-me.ts'
import { chooseStudio, useStudio } from './current-studio.ts'
import { useCards } from './use-cards.ts'

/** Galleries named: all of them stand on the home page. */
const named = 6

/** Nothing for whoever has one studio and no gallery elsewhere. */
export function Studios() {
  const navigate = useNavigate()
  const me = useMe()
  const current = useStudio(me)
  const { data: cards = [] } = useCards({ live: false })
  const accounts = me?.accounts ?? []
  const asClient = cards.filter(({ role }) => role !== 'owner' && role !== 'member').slice(0, named)
  return (
    <>
      {accounts.length > 1 && (
        <>
          <DropdownMenu.Label className="t">
            <FormattedMessage id="account.studios" />
          </DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={current?.id ?? ''}>
            {accounts.map(({ id, name, owner }) => (
              <DropdownMenu.RadioItem
                key={id}
                value={id}
                className="studio-item"
                onSelect={() => {
                  chooseStudio(id)
                  void navigate('/')
                }}
              >
                <span className="trunc">{name}</span>
                <small>
                  <FormattedMessage id={owner ? 'account.owner' : 'account.member'} />
                </small>
                {current?.id === id && <Check className="i" aria-hidden="true" />}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <hr />
        </>
      )}
      {accounts.length > 0 && asClient.length > 0 && (
        <>
          <DropdownMenu.Label className="t">
            <FormattedMessage id="account.asClient" />
          </DropdownMenu.Label>
          {asClient.map(({ id, name }) => (
            <DropdownMenu.Item key={id} className="studio-item" onSelect={() => void navigate(`/g/${id}`)}>
              <Images className="i" aria-hidden="true" />
              <span className="trunc">{name}</span>
            </DropdownMenu.Item>
          ))}
          <hr />
        </>
      )}
    </>
  )
}
