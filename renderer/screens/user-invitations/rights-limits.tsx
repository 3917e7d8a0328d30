import { useId } from 'react'
import type { Directory } from '../../../core/directory.ts'
import { Field, controlProps } from '../../components/field.tsx'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import type { RightsForm, RightsProblems } from './rights-form.ts'

type Props = {
  readonly form: RightsForm
  readonly directory: Directory
  readonly problems: RightsProblems
  /** The resource group that cannot follow the chosen schedule. */
  readonly against: string | null
  readonly onForm: (form: RightsForm) => void
}

/** From when until when, and within which weekly schedule. */
export function RightsLimits({ form, directory, problems, against, onForm }: Props) {
  const id = useId()
  const schedule = {
    id: `${id}-schedule`,
    label: t.rights.schedule,
    problem: against === null ? undefined : t.rights.scheduleUnsupported(against),
  }
  const sentence = (problem: RightsProblems['from']) =>
    problem === undefined ? undefined : t.rights.problems[problem]
  return (
    <div>
      <div className="dialog-pair">
        <TextField
          id={`${id}-from`}
          label={t.rights.from}
          hint={t.rights.fromHint}
          value={form.from}
          onValue={(from) => onForm({ ...form, from })}
          problem={sentence(problems.from)}
          input={{ type: 'datetime-local', max: '9999-12-31T23:59' }}
        />
        <TextField
          id={`${id}-until`}
          label={t.rights.until}
          hint={t.rights.untilHint}
          value={form.until}
          onValue={(until) => onForm({ ...form, until })}
          problem={sentence(problems.until)}
          input={{ type: 'datetime-local', max: '9999-12-31T23:59' }}
        />
      </div>
      {directory.schedules.length > 0 && (
        <Field {...schedule}>
          <select
            {...controlProps(schedule)}
            value={form.scheduleId ?? ''}
            onChange={(event) => onForm({ ...form, scheduleId: event.target.value || null })}
          >
            <option value="">{t.rights.always}</option>
            {directory.schedules.map(({ id: value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </Field>
      )}
    </div>
  )
}
