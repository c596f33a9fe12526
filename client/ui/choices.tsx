/** Ticks and dots to choose by: a check box is a frame, its tick a stroke. */
import { Checkbox, RadioGroup } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { tickPath } from './stroke-shapes.ts'

const tick = tickPath(7, 3.6)

interface CheckProps {
  readonly label: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  readonly aside?: ReactNode
}

export function Check({ label, checked, onChange, disabled = false, aside }: CheckProps) {
  const id = useId()
  return (
    <div className="ck">
      <Checkbox.Root id={id} className="bx" checked={checked} disabled={disabled} onCheckedChange={(next) => onChange(next === true)}>
        {checked && (
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <path d={tick} />
          </svg>
        )}
      </Checkbox.Root>
      <label htmlFor={id}>{label}</label>
      {aside !== undefined && <span className="edge">{aside}</span>}
    </div>
  )
}

interface RadiosProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: ReactNode }[]
  readonly onChange: (value: T) => void
  readonly className?: string
}

export function Radios<T extends string>({ label, value, options, onChange, className = 'radios' }: RadiosProps<T>) {
  const id = useId()
  return (
    <RadioGroup.Root className={className} value={value} aria-label={label} onValueChange={(next) => onChange(next as T)}>
      {options.map((option) => (
        <div className="ck" key={option.value}>
          <RadioGroup.Item id={`${id}-${option.value}`} className="rd" value={option.value} />
          <label htmlFor={`${id}-${option.value}`}>{option.label}</label>
        </div>
      ))}
    </RadioGroup.Root>
  )
}

/** Two or three ways, one of them taken. */
export function Segments<T extends string>({ label, value, options, onChange }: RadiosProps<T>) {
  return (
    <RadioGroup.Root className="seg" value={value} aria-label={label} onValueChange={(next) => onChange(next as T)}>
      {options.map((option) => (
        <RadioGroup.Item key={option.value} value={option.value}>
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
