import { useId, useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import type { FailureCode } from '../../messages/failure-code.ts'
import { t } from '../../messages.ts'
import { type SignedIn, setSession } from '../../stores/session.ts'
import { useSync } from '../../stores/sync.ts'

/** Without a token everything is saved and nothing is sent: the password is asked for in place. */
export function TokenBanner({ session }: { readonly session: SignedIn }) {
  const [dismissed, setDismissed] = useState(false)
  const { demo } = session.identity
  if (session.token === 'none') return <SignInAgain session={session} />
  if (session.token === 'keyring' || demo || dismissed) return null
  return (
    <Notice kind="info">
      <div className="banner-line">
        <span>{t.desk.tokenMemory}</span>
        <Button look="quiet" onClick={() => setDismissed(true)}>
          {t.desk.close}
        </Button>
      </div>
    </Notice>
  )
}

function SignInAgain({ session }: { readonly session: SignedIn }) {
  const id = useId()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const { cloudUrl, demo, person } = session.identity
  const { channel, reason } = useSync()
  const ended = channel === 'sign-in-needed' ? reason : null
  const why = ended === null ? t.desk.tokenNone : t.sync.remedies[ended]

  async function signIn() {
    if (busy) return
    setBusy(true)
    const answer = demo
      ? await app.session.tryDemo()
      : await app.session.signIn({ cloudUrl, email: person.email, password })
    setBusy(false)
    if (answer.ok) setSession(answer.value)
    setFailure(answer.ok ? null : answer)
  }

  return (
    <Notice kind="wait">
      <form
        className="banner-line"
        onSubmit={(event) => {
          event.preventDefault()
          void signIn()
        }}
      >
        <span>{failure === null ? why : t.failures[failure.code](failure)}</span>
        {!demo && (
          <>
            <label htmlFor={id} className="visually-hidden">
              {t.desk.password}
            </label>
            <input
              id={id}
              className="control"
              type="password"
              autoComplete="current-password"
              placeholder={t.desk.password}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </>
        )}
        <Button type="submit" aria-disabled={busy} disabled={!demo && password === ''}>
          {t.desk.signIn}
        </Button>
      </form>
    </Notice>
  )
}
