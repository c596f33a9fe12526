/** Who else is here, in the header of every page of a gallery: one for each person, with what they look at. A press follows them. */
import { DropdownMenu } from 'radix-ui'
import { useIntl } from 'react-intl'
import type { PersonId } from '../../common/ids.ts'
import type { Here } from '../gallery/gallery-view.ts'
import { oneEach } from '../gallery/one-each.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { Monogram } from '../ui/monogram.tsx'
import { useTable } from './session-room.tsx'
import { useSaysPlace } from './use-place.ts'

interface AvatarsProps {
  /** Side by side; the others are counted and listed. */
  readonly most: number
  /** Pixels. */
  readonly size?: number
}

/** Pixels up to which a header has room for two, and for one with the number of the others. */
const narrow = 1_100
const phone = 760

export function Avatars({ most: wide, size = 32 }: AvatarsProps) {
  const intl = useIntl()
  const { following, follow, stop } = useTable()
  const people = usePeopleHere(following)
  const says = useSaysWhere()
  if (people.length === 0) return null
  const most = window.innerWidth <= phone ? 1 : window.innerWidth <= narrow ? 2 : wide
  const shown = people.length === most + 1 ? people : people.slice(0, most)
  const rest = people.slice(shown.length)
  const toggle = (person: PersonId) => (person === following ? stop() : follow(person))
  return (
    <ul className="avs follow" aria-label={intl.formatMessage({ id: 'live.here' })}>
      {shown.map((one) => (
        <li key={one.person}>
          <button
            type="button"
            aria-pressed={one.person === following}
            aria-label={intl.formatMessage({ id: 'live.follow.one' }, { name: one.name, where: says(one) })}
            title={says(one)}
            onClick={() => toggle(one.person)}
          >
            <Monogram person={one.person} name={one.name} size={size} plain />
          </button>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <DropdownMenu.Root>
            <DropdownMenu.Trigger className="more edge l" aria-label={intl.formatMessage({ id: 'live.more' }, { n: rest.length })}>
              +{rest.length}
            </DropdownMenu.Trigger>
            <DropdownMenu.Portal>
              <DropdownMenu.Content className="menu" align="end" sideOffset={6}>
                {rest.map((one) => (
                  <DropdownMenu.Item key={one.person} onSelect={() => toggle(one.person)}>
                    <Monogram person={one.person} name={one.name} size={24} plain />
                    {says(one)}
                  </DropdownMenu.Item>
                ))}
              </DropdownMenu.Content>
            </DropdownMenu.Portal>
          </DropdownMenu.Root>
        </li>
      )}
    </ul>
  )
}

/** Who is followed stands first. */
function usePeopleHere(first: PersonId | null): readonly Here[] {
  const people = oneEach(useGallery().here)
  const led = people.find(({ person }) => person === first)
  const others = people.filter((one) => one !== led).sort((a, b) => (a.person < b.person ? -1 : 1))
  return led ? [led, ...others] : others
}

function useSaysWhere(): (one: Here) => string {
  const intl = useIntl()
  const says = useSaysPlace()
  return (one) => {
    const photo = says(one)
    return photo === null ? one.name : intl.formatMessage({ id: 'live.looks' }, { name: one.name, photo })
  }
}
