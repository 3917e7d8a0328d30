import { useId, useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { first } from '../../first-messages.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { type Credentials, normalAddress } from './credentials.ts'

type Known = Pick<Credentials, 'cloudUrl' | 'email'>

type Props = {
  /** What stands in the form of the sign-in. */
  readonly known: Known
  readonly onBack: () => void
}

type Phase =
  | { readonly kind: 'idle' | 'asking' | 'asked' }
  | { readonly kind: 'missing'; readonly field: keyof Known }
  | { readonly kind: 'failed'; readonly failure: Failure<FailureCode> }

/** Asks for the mail with which another password is chosen. Whether anybody has the email is told nobody. */
export function Forgotten({ known, onBack }: Props) {
  const id = useId()
  const [values, setValues] = useState<Known>(known)
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' })

  async function ask() {
    if (phase.kind === 'asking') return
    const field = firstEmpty(values)
    if (field !== null) {
      setPhase({ kind: 'missing', field })
      return document.getElementById(`${id}-${field}`)?.focus()
    }
    setPhase({ kind: 'asking' })
    const { cloudUrl, email } = values
    const answer = await app.password.forgotten({ cloudUrl: normalAddress(cloudUrl), email })
    setPhase(answer.ok ? { kind: 'asked' } : { kind: 'failed', failure: answer })
  }

  const field = (name: keyof Known) => ({
    id: `${id}-${name}`,
    value: values[name],
    onValue: (value: string) => setValues({ ...values, [name]: value }),
    problem:
      phase.kind === 'missing' && phase.field === name ? first.signIn.missing[name] : undefined,
  })
  const start = values.cloudUrl === '' ? 'cloudUrl' : 'email'
  return (
    <form
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      <h1 id={`${id}-title`}>{first.signIn.forgottenTitle}</h1>
      <p className="sign-in-who">{first.signIn.forgottenHint}</p>
      <TextField
        label={first.signIn.cloudAddress}
        {...field('cloudUrl')}
        input={{
          placeholder: first.signIn.cloudExample,
          inputMode: 'url',
          autoFocus: start === 'cloudUrl',
        }}
      />
      <TextField
        label={first.signIn.email}
        {...field('email')}
        input={{ inputMode: 'email', autoComplete: 'username', autoFocus: start === 'email' }}
      />
      <div className="sign-in-buttons">
        <Button look="main" type="submit" aria-disabled={phase.kind === 'asking'}>
          {phase.kind === 'asking' ? first.signIn.forgottenBusy : first.signIn.forgottenSubmit}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {first.signIn.back}
        </Button>
      </div>
      <output className="sign-in-word">
        {phase.kind === 'asked' && (
          <Notice kind="good">{first.signIn.forgottenDone(values.email.trim())}</Notice>
        )}
        {phase.kind === 'failed' && (
          <Notice kind="bad">{first.failures[phase.failure.code](phase.failure)}</Notice>
        )}
      </output>
    </form>
  )
}

function firstEmpty(values: Known): keyof Known | null {
  if (values.cloudUrl.trim() === '') return 'cloudUrl'
  return values.email.trim() === '' ? 'email' : null
}
