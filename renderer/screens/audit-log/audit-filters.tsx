import { auditWhat } from '../../../core/audit/audit-what.ts'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import { filterAudit, noAuditFilter, useAudit } from '../../stores/audit.ts'
import { DayRange } from '../day-range.tsx'

const offered = auditWhat.exclude(['other']).options

/** Narrow the audit at once, as they are set. */
export function AuditFilters() {
  const { filter, page, aboutName } = useAudit()
  const isFiltered = Object.values(filter).some((value) => value !== null)
  const whats = offered.map((id) => ({ id, name: t.audit.done[id] }))

  return (
    <search className="log-filters" aria-label={t.audit.search}>
      <Choice
        label={t.deskLog.whatLabel}
        all={t.deskLog.everything}
        value={filter.what}
        options={whats}
        onChoose={(id) => filterAudit({ what: offered.find((each) => each === id) ?? null })}
      />
      <Choice
        label={t.audit.who}
        all={t.audit.everybody}
        value={filter.who}
        options={page?.people ?? []}
        onChoose={(who) => filterAudit({ who })}
      />
      <Choice
        label={t.audit.desk}
        all={t.audit.everyDesk}
        value={filter.desk}
        options={page?.desks ?? []}
        onChoose={(desk) => filterAudit({ desk })}
      />
      <DayRange range={filter} onChange={filterAudit} />
      {filter.about !== null && (
        <Button look="quiet" onClick={() => filterAudit({ about: null })}>
          {t.audit.notOnly(aboutName)}
        </Button>
      )}
      <Button look="quiet" disabled={!isFiltered} onClick={() => filterAudit(noAuditFilter)}>
        {t.deskLog.reset}
      </Button>
    </search>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly all: string
  readonly value: string | null
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly onChoose: (id: string | null) => void
}

function Choice({ label, all, value, options, onChoose }: ChoiceProps) {
  return (
    <label>
      {label}
      <select
        className="control audit-choice"
        value={value ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? null : target.value)}
      >
        <option value="">{all}</option>
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
