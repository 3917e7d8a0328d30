import type { Role } from '../../../core/role.ts'
import { keptDays } from '../../../core/scan/keeping.ts'
import { looseSource } from '../../../core/scan/scan.ts'
import { Button } from '../../components/button.tsx'
import '../../components/empty.css'
import '../../components/list.css'
import { Icon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { SearchField } from '../../components/search-field.tsx'
import { formatNumber } from '../../format.ts'
import { t } from '../../messages.ts'
import { askUnknown, searchUnknown, useUnknown } from '../../stores/unknown-cards.ts'
import { useShown } from '../use-shown.ts'
import { Pager } from '../user-invitations/pager.tsx'
import { GiveToPerson } from './give-to-person.tsx'
import './unknown-cards.css'
import { UnknownNews } from './unknown-news.tsx'
import { UnknownTable } from './unknown-table.tsx'

/** Cards that nobody has: labelled in a quick scan, or tapped where they belonged to nobody. */
export default function UnknownCards({ by }: { readonly by: Role }) {
  const { query, page, failure, giving } = useUnknown()
  const list = { query, page }
  useShown('unknown-cards', page !== null || failure !== null)
  return (
    <div className="page">
      <h1 className="visually-hidden">{t.unknown.title}</h1>
      <section className="card-box list unknown" aria-labelledby="unknown-title">
        <div className="list-head">
          <h2 id="unknown-title" tabIndex={-1}>
            {t.unknown.title}
          </h2>
          <Search />
          <Source />
          <Pager name={t.unknown.pagesAbove} list={list} onAsk={askUnknown} />
        </div>
        <p className="soft unknown-intro">{t.unknown.intro(keptDays)}</p>
        <UnknownNews />
        {failure !== null && (
          <Notice kind="bad">
            <div className="banner-line">
              <span>{t.failures[failure.code](failure)}</span>
              <Button onClick={() => askUnknown({ ...query })}>{t.unknown.again}</Button>
            </div>
          </Notice>
        )}
        <div className="table-scroll">
          <UnknownTable by={by} />
        </div>
        {page === null && failure === null && <p className="empty">{t.unknown.loading}</p>}
        {page?.total === 0 && <None />}
        {page !== null && page.total > 0 && (
          <Pager name={t.unknown.pagesBelow} list={list} onAsk={askUnknown} />
        )}
        {giving !== null && <GiveToPerson key={giving.uid} card={giving} by={by} />}
      </section>
    </div>
  )
}

function Search() {
  const search = useUnknown(({ query }) => query.search)
  const found = useUnknown(({ query, page }) =>
    page === null || query.search === '' ? '' : t.unknown.found(formatNumber(page.total)),
  )
  return (
    <SearchField
      label={t.unknown.search}
      example={t.unknown.searchExample}
      search={search}
      onSearch={(wanted) => searchUnknown({ search: wanted })}
      found={found}
    />
  )
}

function Source() {
  const source = useUnknown(({ query }) => query.source)
  return (
    <label className="unknown-source">
      {t.unknown.source}
      <select
        className="control"
        value={source ?? 'all'}
        onChange={(event) => {
          const wanted = looseSource.safeParse(event.target.value)
          searchUnknown({ source: wanted.success ? wanted.data : null })
        }}
      >
        {(['all', ...looseSource.options] as const).map((each) => (
          <option key={each} value={each}>
            {t.unknown.sources[each]}
          </option>
        ))}
      </select>
    </label>
  )
}

function None() {
  const isAll = useUnknown(({ query }) => query.search === '' && query.source === null)
  return (
    <div className="empty">
      <Icon name={isAll ? 'card' : 'search'} />
      <h3>{isAll ? t.unknown.emptyTitle : t.unknown.noneTitle}</h3>
      <p>{isAll ? t.unknown.empty : t.unknown.none}</p>
      {!isAll && (
        <Button onClick={() => searchUnknown({ search: '', source: null })}>
          {t.unknown.clear}
        </Button>
      )}
    </div>
  )
}
