import type { Directory } from '../../../core/directory.ts'
import type { ParkedRow } from '../../../core/pending-page.ts'
import { type PersonFields, personFields } from '../../../core/person.ts'
import { theirs } from '../../../core/remedy.ts'
import { t } from '../../messages.ts'
import { regionName, useDirectory } from '../../stores/directory.ts'

/** Both values of every field that two people have set. */
export function ConflictValues({ row, name }: { readonly row: ParkedRow; readonly name: string }) {
  const directory = useDirectory((read) => read.directory)
  if (row.problem.code !== 'conflict.field') return null
  const others = theirs(row.problem)
  const fields = personFields.keyof().options.filter((field) => field in others)
  return (
    <table className="conflict-values" aria-label={t.attention.valuesOf(name)}>
      <thead>
        <tr>
          <th scope="col">{t.attention.field}</th>
          <th scope="col">{t.attention.mine}</th>
          <th scope="col">{t.attention.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">{t.form.fields[field]}</th>
            <td>{shown(row.fields, field, directory)}</td>
            <td>{shown({ ...row.fields, ...others }, field, directory)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function shown(
  fields: PersonFields,
  field: keyof PersonFields,
  directory: Directory | null,
): string {
  if (field === 'regionId') return regionName(directory, fields.regionId) ?? t.words.nobody
  if (field === 'role') return t.words.roles[fields.role]
  return fields[field] || t.words.nobody
}
