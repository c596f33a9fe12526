import { Link2, MoreHorizontal, Pencil, Trash2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { PhotoId } from '../../common/ids.ts'
import type { SeenComment } from '../gallery/gallery-view.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { commentPath } from './comment-address.ts'
import { useCopyAddress } from './use-copy-address.ts'

interface SaidMenuProps {
  readonly comment: SeenComment
  readonly photo: PhotoId
  readonly name: string
  /** Own words that may be changed. */
  readonly own: boolean
  readonly onEdit: () => void
  readonly onDelete: () => void
}

export function SaidMenu({ comment, photo, name, own, onEdit, onDelete }: SaidMenuProps) {
  const intl = useIntl()
  const { gallery } = useGallery()
  const copy = useCopyAddress()
  /** What was chosen has a field or a question of its own, which takes the focus. */
  const asks = useRef(false)
  const asking = (act: () => void) => () => {
    asks.current = true
    act()
  }
  if (!gallery) return null
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="ib more" aria-label={intl.formatMessage({ id: 'talk.more' }, { name })}>
        <MoreHorizontal className="i" aria-hidden="true" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu over-loupe"
          align="end"
          sideOffset={4}
          onCloseAutoFocus={(event) => {
            if (asks.current) event.preventDefault()
            asks.current = false
          }}
        >
          <DropdownMenu.Item onSelect={() => copy(commentPath(gallery.id, photo, comment.id))}>
            <Link2 className="i" aria-hidden="true" />
            <FormattedMessage id="talk.copy" />
          </DropdownMenu.Item>
          {own && (
            <>
              <DropdownMenu.Item onSelect={asking(onEdit)}>
                <Pencil className="i" aria-hidden="true" />
                <FormattedMessage id="talk.edit" />
              </DropdownMenu.Item>
              <DropdownMenu.Item onSelect={asking(onDelete)}>
                <Trash2 className="i" aria-hidden="true" />
                <FormattedMessage id="talk.delete" />
              </DropdownMenu.Item>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}
