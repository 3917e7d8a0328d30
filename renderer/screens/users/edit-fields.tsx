import type { PersonField } from '../../../core/person.ts'
import type { Role } from '../../../core/role.ts'
import { Field, controlProps } from '../../components/field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import { changeEditedCard, changeForm, leaveEdited, setEdited } from '../../stores/edit.ts'
import type { FormState } from '../../stores/form-state.ts'
import { withLaid } from '../../stores/laid-card.ts'
import { RegionField } from '../region-field.tsx'
import { CardIdField } from '../user-invitations/card-id-field.tsx'
import { FieldHint } from '../user-invitations/field-hint.tsx'

/** The order in which fields are filled, and in which the first one at fault is sought. */
export const editOrder = [
  'firstName',
  'lastName',
  'email',
  'role',
  'organization',
  'regionId',
  'cardId',
  'surfaceId',
  'additionalInformation',
] as const satisfies readonly PersonField[]

export const editId = (field: PersonField) => `edit-${field}`

type Props = {
  readonly form: FormState
  readonly roles: readonly Role[]
  /** Of which region they are; null: not asked. */
  readonly region: 'required' | 'optional' | null
  /** The email is what this person signs in with. */
  readonly hasLogin: boolean
  readonly known: Readonly<Record<'email' | 'card' | 'surface', string | null>>
  readonly problem: (field: PersonField) => string | undefined
}

export function EditFields(props: Props) {
  const { form, hasLogin, known, problem, region } = props
  const text = (field: Exclude<PersonField, 'role' | 'cardId' | 'regionId'>) => ({
    id: editId(field),
    label: t.form.fields[field],
    value: form.values[field],
    onValue: (value: string) => setEdited(field, value),
    problem: problem(field),
  })
  const onBlur = (field: PersonField) => () => leaveEdited(field)

  return (
    <div className="edit-fields">
      <TextField {...text('firstName')} input={{ onBlur: onBlur('firstName') }} />
      <TextField {...text('lastName')} input={{ onBlur: onBlur('lastName') }} />
      <TextField
        {...text('email')}
        hint={
          hasLogin ? (
            t.users.emailOfLogin
          ) : (
            <FieldHint known={known.email}>{t.users.emailInvites}</FieldHint>
          )
        }
        input={{ inputMode: 'email', readOnly: hasLogin, onBlur: onBlur('email') }}
      />
      <RoleField {...props} />
      <TextField
        {...text('organization')}
        className={region === null ? 'edit-wide' : ''}
        input={{ onBlur: onBlur('organization') }}
      />
      {region !== null && (
        <RegionField
          id={editId('regionId')}
          required={region === 'required'}
          value={form.values.regionId}
          onValue={(id) => setEdited('regionId', id)}
          onLeave={onBlur('regionId')}
          problem={problem('regionId')}
          hint={region === 'required' ? t.form.regionHint : t.users.regionHint}
        />
      )}
      <CardIdField
        id={editId('cardId')}
        card={form.card}
        onCard={changeEditedCard}
        problem={problem('cardId')}
        known={known.card}
        onLeave={onBlur('cardId')}
        onChoose={(chosen) => changeForm((now) => withLaid(now, chosen))}
      />
      <TextField
        {...text('surfaceId')}
        hint={<FieldHint known={known.surface}>{null}</FieldHint>}
        input={{ onBlur: onBlur('surfaceId') }}
      />
      <Notes {...props} />
    </div>
  )
}

function RoleField({ form, roles, problem }: Props) {
  const field = {
    id: editId('role'),
    label: t.form.fields.role,
    required: true,
    problem: problem('role'),
  }
  return (
    <Field {...field}>
      <select
        {...controlProps(field)}
        value={form.values.role}
        onChange={(event) => {
          setEdited('role', roles.find((role) => role === event.target.value) ?? form.values.role)
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t.words.roles[role]}
          </option>
        ))}
      </select>
    </Field>
  )
}

function Notes({ form, problem }: Props) {
  const field = {
    id: editId('additionalInformation'),
    label: t.form.fields.additionalInformation,
    problem: problem('additionalInformation'),
  }
  return (
    <Field {...field} className="edit-wide">
      <textarea
        {...controlProps(field)}
        rows={3}
        value={form.values.additionalInformation}
        onChange={(event) => setEdited('additionalInformation', event.target.value)}
        onBlur={() => leaveEdited('additionalInformation')}
      />
    </Field>
  )
}
