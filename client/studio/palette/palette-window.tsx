/** The window of the palette: a field that keeps the focus, and what it found below, in groups. */
import { Search, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type ChangeEvent, type KeyboardEvent, useId, useRef, useState } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { useFocusBack } from '../../ui/focus-back.ts'
import { type Asked, type Sign, signMeans } from './asked.ts'
import type { Group, Item } from './item.ts'
import { Options, optionId } from './options.tsx'
import { opensPalette } from './palette-key.ts'
import './palette.css'

export interface PaletteWindowProps {
  readonly typed: string
  readonly onTyped: (typed: string) => void
  /** What the groups answer: what is typed, or what was a moment ago. */
  readonly asked: Asked
  readonly groups: readonly Group[]
  readonly signs: readonly Sign[]
  /** Closed; what was chosen is done once the focus is back where it was. */
  readonly onClose: () => void
}

/** Options passed by Page Up and Page Down. */
const page = 8

export function PaletteWindow({ typed, onTyped, asked, groups, signs, onClose }: PaletteWindowProps) {
  const intl = useIntl()
  const list = useId()
  const focusBack = useFocusBack()
  const chosen = useRef<Item | null>(null)
  const { items, current, setCurrent, onKeyDown } = useOptions(groups, onClose, (item) => choose(item))
  const choose = (item: Item) => {
    chosen.current = item
    onClose()
  }
  const typing = {
    value: typed,
    onKeyDown,
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      setCurrent(null)
      onTyped(event.target.value)
    },
  }
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="shade" />
        <Dialog.Content
          className="dialog palette"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            focusBack()
            chosen.current?.act()
          }}
        >
          <Dialog.Title className="sr">
            <FormattedMessage id="palette.title" />
          </Dialog.Title>
          <div className="q">
            <Search className="i" aria-hidden="true" />
            <input
              role="combobox"
              aria-label={intl.formatMessage({ id: 'palette.title' })}
              aria-autocomplete="list"
              aria-expanded={current !== null}
              aria-controls={current ? list : undefined}
              aria-activedescendant={current ? optionId(list, current) : undefined}
              placeholder={intl.formatMessage({ id: 'palette.placeholder' })}
              {...plainField}
              {...typing}
            />
            {/* A phone has no Escape, and hardly a rim around the window. */}
            <Dialog.Close className="ib" aria-label={intl.formatMessage({ id: 'close' })}>
              <X className="i" aria-hidden="true" />
            </Dialog.Close>
          </div>
          <Options id={list} groups={groups} words={asked.words} current={current} onCurrent={setCurrent} onChoose={choose} />
          <p className={current ? 'sr' : 'none'} role="status">
            <FormattedMessage id="palette.found" values={{ n: items.length }} />
          </p>
          <Foot signs={signs} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

const plainField = { autoComplete: 'off', autoCapitalize: 'off', spellCheck: false, enterKeyHint: 'go' } as const

/** The option that Enter takes: the first, until another one is pointed at. */
function useOptions(groups: readonly Group[], onClose: () => void, onChoose: (item: Item) => void) {
  const [wanted, setWanted] = useState<string | null>(null)
  const items = groups.flatMap((group) => group.items)
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === wanted),
  )
  const current = items[at] ?? null
  const step = (by: number) => {
    const around = Math.abs(by) === 1 ? (at + by + items.length) % items.length : Math.max(0, Math.min(items.length - 1, at + by))
    setWanted(items[around]?.id ?? null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = steps[event.key]
    if (opensPalette(event.nativeEvent)) onClose()
    else if (by !== undefined && items.length > 0) step(by)
    else if (event.key === 'Enter' && current) onChoose(current)
    else return
    event.preventDefault()
  }
  return { items, current, setCurrent: (item: Item | null) => setWanted(item?.id ?? null), onKeyDown }
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }

function Foot({ signs }: { readonly signs: readonly Sign[] }) {
  return (
    <footer aria-hidden="true">
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd>
        <FormattedMessage id="palette.move" />
      </span>
      <span>
        <kbd>↵</kbd>
        <FormattedMessage id="palette.open" />
      </span>
      <span className="grow" />
      {signs.map((sign) => (
        <span key={sign}>
          <b>{sign}</b>
          <FormattedMessage id={`palette.sign.${signMeans(sign)}`} />
        </span>
      ))}
    </footer>
  )
}
