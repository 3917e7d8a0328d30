import type { ComponentProps } from 'react'
import type { PersonField } from '../../../core/person.ts'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import { leave, setValue } from '../../stores/form.ts'
import { type PersonForm, idOf } from './use-person-form.ts'

type Props = {
  readonly form: PersonForm
  readonly field: Exclude<PersonField, 'role' | 'cardId' | 'additionalInformation' | 'regionId'>
} & Pick<ComponentProps<typeof TextField>, 'hint' | 'starred' | 'input'>

/** A field of the form that is one line of text. */
export function PersonText({ form, field, input, ...rest }: Props) {
  return (
    <TextField
      {...rest}
      id={idOf(field)}
      label={t.form.fields[field]}
      value={form.form.values[field]}
      onValue={(value) => setValue(field, value)}
      problem={form.problem(field)}
      input={{ ...input, onBlur: () => leave(field) }}
    />
  )
}
