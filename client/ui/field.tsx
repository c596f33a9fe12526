import { TriangleAlert } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react'

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string
  readonly hint?: string | undefined
  readonly optional?: string | undefined
  readonly error?: string | undefined
  readonly mono?: boolean
  readonly ref?: Ref<HTMLInputElement>
}

/** A line to write on, with its name above and what is wrong with it below. */
export function Field({ label, hint, optional, error, mono = false, ref, ...input }: FieldProps) {
  const id = useId()
  return (
    <div className={error ? 'f err' : 'f'}>
      <label className="lb" htmlFor={id}>
        {label}
        {optional && <span className="opt">{optional}</span>}
      </label>
      <input
        {...input}
        ref={ref}
        id={id}
        className={mono ? 'mono' : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-more` : undefined}
      />
      {(error || hint) && (
        <span id={`${id}-more`} className="hint" role={error ? 'alert' : undefined}>
          {error ?? hint}
        </span>
      )}
    </div>
  )
}

/** The studio's denser field; `children` is the control. */
export function SmallField({
  label,
  note,
  children,
}: {
  readonly label: string
  readonly note?: string | undefined
  readonly children: ReactNode
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="fld">
      <span className="l">{label}</span>
      {children}
      {note && <span className="note">{note}</span>}
    </label>
  )
}

/** A refusal in one sentence. */
export function Message({ children }: { readonly children: ReactNode }) {
  return (
    <p className="msg" role="alert">
      <TriangleAlert className="i" aria-hidden="true" />
      <span>{children}</span>
    </p>
  )
}
