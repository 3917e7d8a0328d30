import { useEffect, useId, useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import type { FailureCode } from '../../messages/failure-code.ts'
import { t } from '../../messages.ts'
import { type SignedIn, setSession } from '../../stores/session.ts'
import { useSync } from '../../stores/sync.ts'
import { useOpenId } from '../sign-in/use-open-id.ts'

type Session = typeof app.session

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
  /** null: nobody has asked for one. */
  const [code, setCode] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [inBrowser, setInBrowser] = useState(false)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const { cloudUrl, demo, person } = session.identity
  const [here] = useState({ cloudUrl: demo ? '' : cloudUrl })
  const openId = useOpenId(here)
  const { channel, reason } = useSync()
  const ended = channel === 'sign-in-needed' ? reason : null
  const why = ended === null ? t.desk.tokenNone : t.sync.remedies[ended]

  const asksCode = code !== null
  useEffect(() => {
    if (asksCode) document.getElementById(id)?.focus()
  }, [asksCode, id])

  async function settle(asked: ReturnType<Session['signIn' | 'tryDemo' | 'signInByBrowser']>) {
    setBusy(true)
    const answer = await asked
    setBusy(false)
    setInBrowser(false)
    setFailure(answer.ok || answer.code === 'browser-cancelled' ? null : answer)
    if (answer.ok) return setSession(answer.value)
    if (answer.code === 'code-needed' || answer.code === 'code-wrong') setCode('')
    if (answer.code === 'wrong-password') setCode(null)
  }

  async function signIn() {
    if (busy) return
    const { email } = person
    const second = code === null ? {} : { code }
    const credentials = { cloudUrl, email, password, ...second }
    await settle(demo ? app.session.tryDemo() : app.session.signIn(credentials))
  }

  async function goToBrowser() {
    if (busy) return
    setInBrowser(true)
    await settle(app.session.signInByBrowser({ cloudUrl }))
  }

  const whyNot = failure === null ? why : t.failures[failure.code](failure)
  const said = inBrowser && openId !== null ? t.signIn.inBrowser(openId) : whyNot

  return (
    <Notice kind="wait">
      <form
        className="banner-line"
        onSubmit={(event) => {
          event.preventDefault()
          void signIn()
        }}
      >
        <span>{said}</span>
        {!demo && (
          <>
            <label htmlFor={id} className="visually-hidden">
              {code === null ? t.desk.password : t.signIn.code}
            </label>
            {code === null ? (
              <input
                key="password"
                id={id}
                className="control"
                type="password"
                autoComplete="current-password"
                placeholder={t.desk.password}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            ) : (
              <input
                key="code"
                id={id}
                className="control"
                autoComplete="one-time-code"
                placeholder={t.signIn.code}
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </>
        )}
        <Button type="submit" aria-disabled={busy} disabled={!demo && (code ?? password) === ''}>
          {t.desk.signIn}
        </Button>
        {openId !== null && (
          <Button
            aria-disabled={busy && !inBrowser}
            onClick={() => void (inBrowser ? app.session.cancelBrowser() : goToBrowser())}
          >
            {inBrowser ? t.signIn.stopWaiting : t.signIn.withProvider(openId)}
          </Button>
        )}
      </form>
    </Notice>
  )
}
