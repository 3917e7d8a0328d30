import { useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import { app } from '../../bridge.ts'
import { setSession } from '../../stores/session.ts'
import { type Credentials, firstMissing, normalAddress } from './credentials.ts'
import type { FailureCode } from '../../messages/failure-code.ts'

type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'signing-in' }
  | { readonly kind: 'starting-demo' }
  | { readonly kind: 'missing'; readonly field: keyof Credentials }
  | { readonly kind: 'failed'; readonly failure: Failure<FailureCode> }

/** The sign-in form without its looks. `missing` and `failed` last until the next attempt. */
export function useSignIn(initial: Pick<Credentials, 'cloudUrl' | 'email'>) {
  const [values, setValues] = useState<Credentials>({ ...initial, password: '' })
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' })
  const busy = phase.kind === 'signing-in' || phase.kind === 'starting-demo'

  const settle = (
    answer: Awaited<ReturnType<typeof app.session.signIn | typeof app.session.tryDemo>>,
  ) => {
    if (answer.ok) setSession(answer.value)
    else setPhase({ kind: 'failed', failure: answer })
  }

  return {
    values,
    phase,
    busy,
    set(field: keyof Credentials, value: string) {
      setValues((before) => ({ ...before, [field]: value }))
    },
    async submit() {
      if (busy) return
      const field = firstMissing(values)
      if (field !== null) return setPhase({ kind: 'missing', field })
      setPhase({ kind: 'signing-in' })
      settle(await app.session.signIn({ ...values, cloudUrl: normalAddress(values.cloudUrl) }))
    },
    async tryDemo() {
      if (busy) return
      setPhase({ kind: 'starting-demo' })
      settle(await app.session.tryDemo())
    },
  }
}
