import { type Role, mayInviteByEmail, mayUseDesk, rolesGivenBy } from '../../../core/role.ts'
import { Field, controlProps } from '../../components/field.tsx'
import { t } from '../../messages.ts'
import { emailOf } from '../../stores/form-rules.ts'
import { leave, setRole, setValue } from '../../stores/form.ts'
import { RegionField } from '../region-field.tsx'
import { FieldHint } from './field-hint.tsx'
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
          hint={<FieldHint known={form.hints.email}>{t.form.emailHint}</FieldHint>}
          input={{ inputMode: 'email', autoFocus: true }}
        />
      )}
      <RoleField form={form} by={by} />
      {form.asksRegion && (
        <RegionField
          id={idOf('regionId')}
          required
          starred
          value={form.form.values.regionId}
          onValue={(regionId) => setValue('regionId', regionId)}
          onLeave={() => leave('regionId')}
          problem={form.problem('regionId')}
          hint={t.form.regionHint}
        />
      )}
    </fieldset>
  )
}

/** Offers only what this person may give; nothing is chosen beforehand. */
function RoleField({ form, by }: Props) {
  const roles = rolesGivenBy(by)
  const { values } = form.form
  const signsInLater = values.role !== '' && mayUseDesk(values.role) && emailOf(values) === null
  const field = {
    id: idOf('role'),
    label: t.form.fields.role,
    required: true,
    starred: true,
    problem: form.problem('role'),
    hint: signsInLater && mayInviteByEmail(by) ? t.form.needsEmailToSignIn : form.ownRegion,
  }
  return (
    <Field {...field}>
      <select
        {...controlProps(field)}
        value={values.role}
        onChange={(event) => {
          setRole(roles.find((role) => role === event.target.value) ?? '')
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
