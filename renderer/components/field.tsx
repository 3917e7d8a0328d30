import type { ReactNode } from 'react'
import './field.css'

export type FieldProps = {
  readonly id: string
  readonly label: string
  readonly required?: boolean
  /** Marked as one of the mandatory fields of the page. */
  readonly starred?: boolean
  /** What is wrong with the value; takes the place of the hint. */
  readonly problem?: string | undefined
  readonly hint?: ReactNode
  /** Stands at the end of the label's line. */
  readonly aside?: ReactNode
  readonly className?: string
  readonly children: ReactNode
}

/** Label, control and a line for hint or problem that is always kept free, so that nothing jumps. */
export function Field(props: FieldProps) {
  const { id, label, starred, problem, hint, aside, children } = props
  return (
    <div
      className={`field ${props.className ?? ''}`}
      data-problem={problem !== undefined || undefined}
    >
      <div className="field-head">
        <span>
          <label htmlFor={id}>{label}</label>
          {starred && (
            <span className="field-star" aria-hidden="true">
              {' *'}
            </span>
          )}
        </span>
        {aside}
      </div>
      {children}
      <div className="field-foot" id={`${id}-foot`}>
        {problem === undefined ? (
          <span className="field-hint">{hint}</span>
        ) : (
          <span className="field-problem">{problem}</span>
        )}
      </div>
    </div>
  )
}

/** What ties a control to its `Field`. */
export function controlProps(props: Pick<FieldProps, 'id' | 'required' | 'problem'>) {
  return {
    id: props.id,
    className: 'control',
    'aria-describedby': `${props.id}-foot`,
    'aria-invalid': props.problem !== undefined,
    'aria-required': props.required ?? false,
  }
}
