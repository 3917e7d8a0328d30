import { logWhat } from '../../../core/desk-log/desk-log.ts'
import { Button } from '../../components/button.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { formatNumber } from '../../format.ts'
import { t } from '../../messages.ts'
import { filterLog, noFilter, searchLog, useDeskLog } from '../../stores/desk-log.ts'
import { DayRange } from '../day-range.tsx'

const offered = logWhat.exclude(['other']).options

/** Narrow the log at once, as they are set. */
export function LogFilters() {
  const { query, page } = useDeskLog()
  const { filter } = query
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(noFilter)
  const what = [...offered, 'refused' as const]

  return (
    <search className="log-filters" aria-label={t.deskLog.search}>
      <SearchField
        id="log-search"
        label={t.deskLog.search}
        example={t.deskLog.searchExample}
        search={filter.text}
        onSearch={searchLog}
        found={isFiltered && page !== null ? t.deskLog.found(formatNumber(page.total)) : ''}
      />
      <label>
        {t.deskLog.whatLabel}
        <select
          className="control"
          value={filter.what ?? ''}
          onChange={({ target }) =>
            filterLog({ what: what.find((each) => each === target.value) ?? null })
          }
        >
          <option value="">{t.deskLog.everything}</option>
          {offered.map((each) => (
            <option key={each} value={each}>
              {t.deskLog.done[each]}
            </option>
          ))}
          <option value="refused">{t.deskLog.refused}</option>
        </select>
      </label>
      <DayRange range={filter} onChange={filterLog} />
      <label className="log-this">
        <input
          type="checkbox"
          checked={filter.thisDesk}
          onChange={({ target }) => filterLog({ thisDesk: target.checked })}
        />
        {t.deskLog.thisDesk}
      </label>
      <Button look="quiet" disabled={!isFiltered} onClick={() => filterLog(noFilter)}>
        {t.deskLog.reset}
      </Button>
    </search>
  )
}
