import type { ComponentProps } from 'react'
import { Field, type FieldProps, controlProps } from './field.tsx'

type Props = Omit<FieldProps, 'children'> & {
  readonly value: string
  readonly onValue: (value: string) => void
  readonly input?: Omit<ComponentProps<'input'>, 'id' | 'value' | 'onChange'>
}

export function TextField({ value, onValue, input, ...field }: Props) {
  return (
    <Field {...field}>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...input}
        {...controlProps(field)}
        value={value}
        onChange={(event) => onValue(event.target.value)}
      />
    </Field>
  )
}
