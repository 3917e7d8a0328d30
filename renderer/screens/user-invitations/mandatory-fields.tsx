import { type Role, mayInviteByEmail, rolesGivenBy } from '../../../core/role.ts'
import { Field, controlProps } from '../../components/field.tsx'
import { t } from '../../messages.ts'
import { leave, setValue } from '../../stores/form.ts'
import { PersonText } from './person-text.tsx'
import { type PersonForm, idOf } from './use-person-form.ts'

type Props = { readonly form: PersonForm; readonly by: Role }

export function MandatoryFields({ form, by }: Props) {
  return (
    <fieldset className="form-part form-mandatory">
      <legend>{t.form.mandatory}</legend>
      {mayInviteByEmail(by) && (
        <PersonText
          form={form}
          field="email"
          starred
          hint={t.form.emailHint}
          input={{ inputMode: 'email', autoFocus: true }}
        />
      )}
      <RoleField form={form} by={by} />
    </fieldset>
  )
}

/** Offers only what this person may give; nothing is chosen beforehand. */
function RoleField({ form, by }: Props) {
  const roles = rolesGivenBy(by)
  const field = {
    id: idOf('role'),
    label: t.form.fields.role,
    required: true,
    starred: true,
    problem: form.problem('role'),
  }
  return (
    <Field {...field}>
      <select
        {...controlProps(field)}
        value={form.form.values.role}
        onChange={(event) => {
          setValue('role', roles.find((role) => role === event.target.value) ?? '')
        }}
        onBlur={() => leave('role')}
      >
        <option value="">{t.form.chooseRole}</option>
        {roles.map((role) => (
          <option key={role} value={role}>
            {t.words.roles[role]}
          </option>
        ))}
      </select>
    </Field>
  )
}
