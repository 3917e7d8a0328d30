import { type ReactNode, useId } from 'react'
import { Field, controlProps } from '../../components/field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import type { NumberField, ProfileForm } from './profile-form.ts'

export type PartProps = {
  readonly form: ProfileForm
  /** Fields that hold no number. */
  readonly faults: readonly NumberField[]
  readonly onForm: (part: Partial<ProfileForm>) => void
}

type ChoiceProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly names: Readonly<Record<Value, string>>
  readonly onValue: (value: Value) => void
}

/** One of few, by name. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, value, names, onValue } = props
  const field = { id: useId(), label }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of a closed record
  const values = Object.keys(names) as Value[]
  return (
    <Field {...field}>
      <select
        {...controlProps(field)}
        value={value}
        onChange={({ target }) => onValue(values.find((each) => each === target.value) ?? value)}
      >
        {values.map((each) => (
          <option key={each} value={each}>
            {names[each]}
          </option>
        ))}
      </select>
    </Field>
  )
}

type NumberProps = PartProps & {
  readonly field: NumberField
  readonly label: string
  readonly hint?: ReactNode
}

export function NumberText({ form, faults, onForm, field, label, hint }: NumberProps) {
  return (
    <TextField
      id={useId()}
      label={label}
      hint={hint}
      value={form[field]}
      onValue={(value) => onForm({ [field]: value })}
      problem={faults.includes(field) ? t.profile.problems[field] : undefined}
    />
  )
}
