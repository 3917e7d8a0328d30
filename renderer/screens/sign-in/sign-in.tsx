import { useEffect, useId, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { first } from '../../first-messages.ts'
import { useSession } from '../../stores/session.ts'
import { useShown } from '../use-shown.ts'
import { BrowserWay } from './browser-way.tsx'
import { CodeStep } from './code-step.tsx'
import type { Credentials } from './credentials.ts'
import { Forgotten } from './forgotten.tsx'
import '../../components/gate.css'
import './sign-in.css'
import { useSignIn } from './use-sign-in.ts'
import { WaitingList } from './waiting-list.tsx'

/** Two ways in: an address of a cloud, or the built-in one. */
export function SignIn() {
  const session = useSession()
  const known = session.state === 'signed-out' ? session : { cloudUrl: '', email: '', waiting: [] }
  const form = useSignIn({ cloudUrl: known.cloudUrl, email: known.email })
  const [forgotten, setForgotten] = useState(false)
  const id = useId()
  useShown('sign-in')
  useFocusOn(form.phase.kind === 'missing' ? `${id}-${form.phase.field}` : null)

  const field = (name: keyof Credentials) => ({
    id: `${id}-${name}`,
    value: form.values[name],
    onValue: (value: string) => form.set(name, value),
    problem: problemOf(form.phase, name),
  })
  const start = known.cloudUrl === '' ? 'cloudUrl' : known.email === '' ? 'email' : 'password'
  const firstEver = known.cloudUrl === '' && known.waiting.length === 0

  if (forgotten) {
    return (
      <main className="gate">
        <div className="gate-box sign-in">
          <Forgotten known={form.values} onBack={() => setForgotten(false)} />
        </div>
      </main>
    )
  }
  if (form.step === 'code') {
    return (
      <main className="gate">
        <div className="gate-box sign-in">
          <CodeStep form={form} />
        </div>
      </main>
    )
  }
  return (
    <main className="gate">
      <div className="gate-box sign-in">
        <form
          aria-labelledby={`${id}-title`}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void form.submit()
          }}
        >
          <h1 id={`${id}-title`}>{first.signIn.title}</h1>
          <TextField
            label={first.signIn.cloudAddress}
            {...field('cloudUrl')}
            input={{
              placeholder: first.signIn.cloudExample,
              inputMode: 'url',
              autoFocus: start === 'cloudUrl',
              onBlur: () => form.addressGiven(),
            }}
          />
          <TextField
            label={first.signIn.email}
            {...field('email')}
            input={{ inputMode: 'email', autoComplete: 'username', autoFocus: start === 'email' }}
          />
          <TextField
            label={first.signIn.password}
            {...field('password')}
            input={{
              type: 'password',
              autoComplete: 'current-password',
              autoFocus: start === 'password',
            }}
          />
          <Button look="main" type="submit" aria-disabled={form.busy}>
            {form.phase.kind === 'signing-in' ? first.signIn.busy : first.signIn.submit}
          </Button>
          <Button look="quiet" aria-disabled={form.busy} onClick={() => setForgotten(!form.busy)}>
            {first.signIn.forgotten}
          </Button>
          {form.openId !== null && (
            <BrowserWay
              name={form.openId}
              busy={form.busy}
              waiting={form.phase.kind === 'in-browser'}
              onStart={() => void form.goToBrowser()}
              onCancel={() => form.comeBack()}
            />
          )}
          <div className="sign-in-word">
            {form.phase.kind === 'failed' && form.phase.failure.field !== 'cloudUrl' ? (
              <Notice kind="bad">
                {first.failures[form.phase.failure.code](form.phase.failure)}
              </Notice>
            ) : (
              firstEver && <p className="sign-in-hint">{first.signIn.firstNeedsCloud}</p>
            )}
          </div>
        </form>
        <div className="sign-in-or">{first.signIn.or}</div>
        <div>
          <Button
            aria-label={first.signIn.tryDemo}
            aria-describedby={`${id}-demo`}
            aria-disabled={form.busy}
            onClick={() => void form.tryDemo()}
          >
            {first.signIn.tryDemo}
          </Button>
          <output id={`${id}-demo`} className="sign-in-hint">
            {form.phase.kind === 'starting-demo' ? first.signIn.demoBusy : first.signIn.tryDemoHint}
          </output>
        </div>
        <WaitingList items={known.waiting} />
      </div>
    </main>
  )
}

function problemOf(phase: ReturnType<typeof useSignIn>['phase'], field: keyof Credentials) {
  if (phase.kind === 'missing' && phase.field === field) return first.signIn.missing[field]
  if (phase.kind === 'failed' && phase.failure.field === field && field === 'cloudUrl')
    return first.failures[phase.failure.code](phase.failure)
  return undefined
}

function useFocusOn(id: string | null) {
  useEffect(() => {
    if (id !== null) document.getElementById(id)?.focus()
  }, [id])
}
