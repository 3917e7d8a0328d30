import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'

type Item = { readonly email: string; readonly account: string; readonly unsent: number }

/** Unsent work of everybody who signed out here: nothing of it is lost, and that has to be seen. */
export function WaitingList({ items }: { readonly items: readonly Item[] }) {
  if (items.length === 0) return null
  return (
    <section className="waiting-list" aria-label={t.signIn.waitingTitle}>
      <h2>{t.signIn.waitingTitle}</h2>
      <ul>
        {items.map((item) => (
          <li key={`${item.email} ${item.account}`}>
            <Icon name="computer" />
            {t.signIn.waiting(item)}
          </li>
        ))}
      </ul>
      <p className="sign-in-hint">{t.signIn.waitingHint}</p>
    </section>
  )
}
