import { Field, type FieldProps, controlProps } from '../components/field.tsx'
import { t } from '../messages.ts'
import { useDirectory } from '../stores/directory.ts'

type Props = Pick<FieldProps, 'id' | 'required' | 'starred' | 'problem' | 'hint'> & {
  readonly value: string
  readonly onValue: (regionId: string) => void
  readonly onLeave?: () => void
}

/** Of which region somebody is; whoever must be of one chooses it, others may be of none. */
export function RegionField({ value, onValue, onLeave, ...rest }: Props) {
  const regions = useDirectory(({ directory }) => directory?.regions) ?? []
  const field = { ...rest, label: t.form.fields.regionId }
  return (
    <Field {...field}>
      <select
        {...controlProps(field)}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        onBlur={onLeave}
      >
        <option value="">{rest.required ? t.form.chooseRegion : t.form.noRegion}</option>
        {regions.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  )
}
