/** A decision taken back by whoever made it or leads now. It cannot be made again without a session, so it is asked once. */
import { Undo2 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import type { SeenDecision } from '../../common/visibility/session-seen.ts'
import { useGallery } from '../gallery/use-gallery.tsx'
import { useTable } from './session-room.tsx'
import { shortName } from './short-name.ts'
import { useAsk } from './use-ask.ts'

export function TakeBack({ decision: { id, by, photo: of } }: { readonly decision: SeenDecision }) {
  const intl = useIntl()
  const ask = useAsk()
  const { me, photoById } = useGallery()
  const { leads } = useTable()
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const yes = useRef<HTMLButtonElement>(null)
  const no = useRef<HTMLButtonElement>(null)
  const was = useRef(sure)
  useEffect(() => {
    if (was.current === sure) return
    was.current = sure
    ;(sure ? yes : no).current?.focus()
  }, [sure])
  const photo = photoById.get(of)
  if (!photo || !(leads || by === me?.person)) return null
  const named = intl.formatMessage({ id: 'live.takeBack.of' }, { photo: shortName(photo) })
  if (!sure) {
    return (
      <button ref={no} type="button" className="tx take-back" aria-label={named} onClick={() => setSure(true)}>
        <Undo2 className="i s" aria-hidden="true" />
        <FormattedMessage id="live.takeBack" />
      </button>
    )
  }
  const remove = async () => {
    setBusy(true)
    if (!(await ask({ type: 'decision:remove', id }))) setBusy(false)
  }
  return (
    <fieldset className="take-back" aria-label={named}>
      <button ref={yes} type="button" className="btn solid" disabled={busy} onClick={() => void remove()}>
        <FormattedMessage id="live.takeBack.yes" />
      </button>
      <button type="button" className="btn line" disabled={busy} onClick={() => setSure(false)}>
        <FormattedMessage id="cancel" />
      </button>
    </fieldset>
  )
}
