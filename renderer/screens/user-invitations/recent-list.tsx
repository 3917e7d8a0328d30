import { fullName } from '../../../core/person.ts'
import { Delivery } from '../../components/delivery.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { useLists } from '../../stores/lists.ts'
import { recentEnough } from './recent-enough.ts'

/** The last ones sent here, with or without email: users created at once appear in no other list. */
export function RecentList({ rows }: { readonly rows: number }) {
  const { recent: sent, joined, readAt } = useLists()
  const recent = recentEnough(sent, readAt).slice(0, rows)
  return (
    <section className="recent" aria-label={t.form.recentTitle}>
      <h3>{t.form.recentTitle}</h3>
      <ul>
        {recent.map((row) => (
          <li key={row.id}>
            <span className="recent-name" title={row.email ?? undefined}>
              {fullName(row) || row.email}
            </span>
            {joined.has(row.id) ? <Joined /> : <Delivery state={row.delivery} />}
          </li>
        ))}
      </ul>
      {recent.length === 0 && <p className="soft">{t.form.recentNobody}</p>}
    </section>
  )
}

function Joined() {
  return (
    <span className="delivery delivery-sent">
      <Icon name="users" />
      {t.form.addedAsMember}
    </span>
  )
}
