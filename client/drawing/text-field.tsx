import { useEffect, useRef, useState } from 'react'
import { useIntl } from 'react-intl'
import { drawingTextLength } from '../../common/sheet/schema.ts'
import type { Place } from '../../common/sheet/shape.ts'
import type { Placed } from '../canvas/photo-canvas.tsx'
import { styleAt } from './handles.ts'

interface TextFieldProps {
  readonly at: Placed
  readonly place: Place
  /** Pixels of the stage. */
  readonly letters: number
  readonly colour: string
  readonly text: string
  /** Told of every letter. */
  readonly onType: (text: string) => void
  /** Called once: with the words, or with none to give up. */
  readonly onDone: (text: string) => void
}

/** Words written on the picture itself. Enter is done, Shift+Enter begins a line, Esc gives up. */
export function TextField({ at, place, letters, colour, text, onType, onDone }: TextFieldProps) {
  const intl = useIntl()
  const [words, setWords] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  const done = useRef(false)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  const finish = (said: string) => {
    if (done.current) return
    done.current = true
    onDone(said.trim())
  }
  const { left, top } = styleAt(at, place)
  return (
    <textarea
      ref={field}
      className="draw-words"
      rows={Math.max(1, words.split('\n').length)}
      cols={Math.max(6, ...words.split('\n').map((line) => line.length + 1))}
      style={{ left, top, fontSize: letters, color: colour, maxWidth: Math.max(120, at.stage.width - left) }}
      aria-label={intl.formatMessage({ id: 'draw.words' })}
      maxLength={drawingTextLength}
      value={words}
      onChange={(event) => {
        setWords(event.target.value)
        onType(event.target.value)
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onBlur={() => finish(words)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing)) {
          event.preventDefault()
          event.stopPropagation()
          finish(event.key === 'Escape' ? text : words)
        }
      }}
    />
  )
}
