import { Icon } from '../../components/icons.tsx'
import { first } from '../../first-messages.ts'
import { useSession } from '../../stores/session.ts'
import { useShown } from '../use-shown.ts'
import './blocked.css'

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** The data cannot be used: what happened, what is safe, what to do, and where. */
export function Blocked() {
  const session = useSession()
  useShown('blocked')
  if (session.state !== 'blocked') return null
  const text = first.refusals[session.refusal]
  return (
    <main className="blocked">
      <div className="blocked-box">
        <h1>
          <Icon name="attention" /> {first.signIn.blockedTitle}
        </h1>
        <p role="alert">{text.happened}.</p>
        <dl>
          <dt>{first.signIn.blockedSafe}</dt>
          <dd>{capital(text.safe)}.</dd>
          <dt>{first.signIn.blockedTodo}</dt>
          <dd>{capital(text.todo)}.</dd>
          <dt>{first.signIn.blockedPlace}</dt>
          <dd className="blocked-path">{session.path}</dd>
        </dl>
      </div>
    </main>
  )
}
