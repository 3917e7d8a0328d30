import { useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import { app } from '../../bridge.ts'
import { setSession } from '../../stores/session.ts'
import { type Credentials, firstMissing, normalAddress } from './credentials.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { type AskedCloud, useOpenId } from './use-open-id.ts'

type Session = typeof app.session

type Phase =
  | { readonly kind: 'idle' }
  | { readonly kind: 'signing-in' }
  | { readonly kind: 'starting-demo' }
  | { readonly kind: 'in-browser' }
  | { readonly kind: 'missing'; readonly field: keyof Credentials | 'code' }
  | { readonly kind: 'failed'; readonly failure: Failure<FailureCode> }

type Values = Credentials & { readonly code: string }

/** The sign-in form without its looks. `missing` and `failed` last until the next attempt. */
export function useSignIn(initial: Pick<Credentials, 'cloudUrl' | 'email'>) {
  const [values, setValues] = useState<Values>({ ...initial, password: '', code: '' })
  const [step, setStep] = useState<'password' | 'code'>('password')
  const [phase, setPhase] = useState<Phase>({ kind: 'idle' })
  const busy = ['signing-in', 'starting-demo', 'in-browser'].includes(phase.kind)
  const cloudUrl = values.cloudUrl.trim() === '' ? '' : normalAddress(values.cloudUrl)
  const [asked, setAsked] = useState<AskedCloud>({ cloudUrl })
  const openId = useOpenId(asked)

  const settle = (
    answer: Awaited<ReturnType<Session['signIn' | 'tryDemo' | 'signInByBrowser']>>,
  ) => {
    if (answer.ok) return setSession(answer.value)
    setValues((before) => ({ ...before, code: '' }))
    if (answer.code === 'code-needed') setStep('code')
    if (answer.code === 'wrong-password') setStep('password')
    const isFailure = answer.code !== 'browser-cancelled' && answer.code !== 'code-needed'
    setPhase(isFailure ? { kind: 'failed', failure: answer } : { kind: 'idle' })
  }

  return {
    values,
    step,
    phase,
    busy,
    /** The provider of the cloud at the address that stands there. */
    openId: asked.cloudUrl === cloudUrl ? openId : null,
    /** The address is written: the cloud there may have more ways in. */
    addressGiven() {
      setAsked({ cloudUrl })
    },
    set(field: keyof Values, value: string) {
      setValues((before) => ({ ...before, [field]: value }))
    },
    async submit() {
      if (busy) return
      const { code, ...credentials } = values
      const field = firstMissing(values) ?? (step === 'code' && code === '' ? 'code' : null)
      if (field !== null) return setPhase({ kind: 'missing', field })
      setPhase({ kind: 'signing-in' })
      const second = step === 'code' ? { code } : {}
      settle(await app.session.signIn({ ...credentials, cloudUrl, ...second }))
    },
    /** To another email or password. */
    back() {
      if (busy) return
      setStep('password')
      setPhase({ kind: 'idle' })
    },
    async goToBrowser() {
      if (busy) return
      setPhase({ kind: 'in-browser' })
      settle(await app.session.signInByBrowser({ cloudUrl }))
    },
    comeBack() {
      void app.session.cancelBrowser()
    },
    async tryDemo() {
      if (busy) return
      setPhase({ kind: 'starting-demo' })
      settle(await app.session.tryDemo())
    },
  }
}
