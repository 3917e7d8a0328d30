import { Icon } from '../../components/icons.tsx'
import { first } from '../../first-messages.ts'

type Item = { readonly email: string; readonly account: string; readonly unsent: number }

/** Unsent work of everybody who signed out here: nothing of it is lost, and that has to be seen. */
export function WaitingList({ items }: { readonly items: readonly Item[] }) {
  if (items.length === 0) return null
  return (
    <section className="waiting-list" aria-label={first.signIn.waitingTitle}>
      <h2>{first.signIn.waitingTitle}</h2>
      <ul>
        {items.map((item) => (
          <li key={`${item.email} ${item.account}`}>
            <Icon name="computer" />
            {first.signIn.waiting(item)}
          </li>
        ))}
      </ul>
      <p className="sign-in-hint">{first.signIn.waitingHint}</p>
    </section>
  )
}
