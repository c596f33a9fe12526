/** A field that grows with what is written, and offers names after an `@`. Enter sends, Shift+Enter begins a line. */
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react'
import { FormattedMessage, useIntl } from 'react-intl'
import { tooManyCharacters } from './sendable.ts'
import { Suggestions } from './suggestions.tsx'
import type { Calling } from './use-calling.ts'
import { useOffering } from './use-offering.ts'

interface WordsProps {
  readonly label: string
  readonly value: string
  readonly calling: Calling
  readonly onChange: (value: string) => void
  readonly onSend: () => void
  readonly onCancel?: () => void
  readonly field?: RefObject<HTMLTextAreaElement | null>
}

export function Words({ label, value, calling, onChange, onSend, onCancel, field }: WordsProps) {
  const intl = useIntl()
  const own = useRef<HTMLTextAreaElement>(null)
  const box = field ?? own
  const list = useId()
  const offering = useOffering({ box, value, calling, onChange })
  const { people, current } = offering
  const open = people.length > 0
  const tooMany = tooManyCharacters(value)
  useFocusAtEnd(box, onCancel !== undefined)
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const act = event.nativeEvent.isComposing ? null : keyInWords(event, open)
    if (!act) return
    event.preventDefault()
    if (act === 'down' || act === 'up') offering.step(act === 'down' ? 1 : -1)
    else if (act === 'choose') offering.choose(current)
    else if (act === 'shut') offering.shut()
    else if (act === 'send') onSend()
    else if (onCancel) onCancel()
    else event.currentTarget.blur()
  }
  return (
    <div className="words-box">
      {open && <Suggestions id={list} people={people} current={current} onChoose={offering.choose} />}
      <textarea
        ref={box}
        rows={1}
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-controls={open ? list : undefined}
        aria-activedescendant={open && current ? `${list}-${current.id}` : undefined}
        dir="auto"
        aria-invalid={tooMany > 0}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
          calling.look(event.target.value)
          offering.typed(event.target.selectionStart)
        }}
        onSelect={(event) => offering.moved(event.currentTarget.selectionStart)}
        onFocus={() => calling.look(value)}
        onBlur={offering.shut}
        onKeyDown={onKeyDown}
      />
      <small className="too-many" role="status">
        {tooMany > 0 && <FormattedMessage id="talk.tooMany" values={{ n: tooMany }} />}
      </small>
      <span className="sr" role="status">
        {open && intl.formatMessage({ id: 'call.offered' }, { n: people.length, name: current?.name ?? '' })}
      </span>
    </div>
  )
}

/** A field that was asked for is written in at once. */
function useFocusAtEnd(box: RefObject<HTMLTextAreaElement | null>, wanted: boolean): void {
  useEffect(() => {
    const field = box.current
    if (!wanted || !field) return
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
  }, [box, wanted])
}

type KeyInWords = 'down' | 'up' | 'choose' | 'shut' | 'send' | 'leave' | null

/** While names are offered the keys are theirs. */
function keyInWords({ key, shiftKey, ctrlKey, metaKey }: KeyboardEvent, offering: boolean): KeyInWords {
  if (offering) {
    if (key === 'ArrowDown') return 'down'
    if (key === 'ArrowUp') return 'up'
    if (key === 'Escape') return 'shut'
    if ((key === 'Enter' && !ctrlKey && !metaKey) || (key === 'Tab' && !shiftKey)) return 'choose'
  }
  if (key === 'Enter' && !shiftKey) return 'send'
  return key === 'Escape' ? 'leave' : null
}
