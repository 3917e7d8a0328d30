import { useId } from 'react'
import { Field, controlProps } from '../../components/field.tsx'
import { t } from '../../messages.ts'
import { leave, setValue } from '../../stores/form.ts'
import { PersonText } from './person-text.tsx'
import { useOrganizations } from '../use-organizations.ts'
import { type PersonForm, idOf } from './use-person-form.ts'

export function OptionalFields({ form }: { readonly form: PersonForm }) {
  const organizations = useOrganizations(form.form.values.organization)
  const listId = useId()
  const notes = {
    id: idOf('additionalInformation'),
    label: t.form.fields.additionalInformation,
    problem: form.problem('additionalInformation'),
  }
  return (
    <fieldset className="form-part form-optional">
      <legend>{t.form.optional}</legend>
      <div className="form-names">
        <PersonText form={form} field="firstName" />
        <PersonText form={form} field="lastName" />
      </div>
      <PersonText
        form={form}
        field="organization"
        input={organizations.length === 0 ? {} : { list: listId }}
      />
      <datalist id={listId}>
        {organizations.map((organization) => (
          <option key={organization}>{organization}</option>
        ))}
      </datalist>
      <Field {...notes}>
        <textarea
          {...controlProps(notes)}
          rows={2}
          value={form.form.values.additionalInformation}
          onChange={(event) => setValue('additionalInformation', event.target.value)}
          onBlur={() => leave('additionalInformation')}
        />
      </Field>
    </fieldset>
  )
}
