import { useEffect, useId, useState } from 'react'
import { pin as pinSchema } from '../../../core/desk-lock.ts'
import type { Failure } from '../../../contracts/result.ts'
import type { Unlocking } from '../../../contracts/ipc-lock.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { openLockSettings } from '../../stores/lock-desk.ts'
import { setSession } from '../../stores/session.ts'

type Props = { readonly name: string; readonly demo: boolean }

/** By PIN, or where that is forgotten by the password; nobody typed one for the demo. */
export function UnlockForm({ name, demo }: Props) {
  const id = useId()
  const [by, setBy] = useState<Unlocking['by']>('pin')
  const [text, setText] = useState('')
  /** null: nobody has asked for one. */
  const [code, setCode] = useState<string | null>(null)
  const [problem, setProblem] = useState<string>()
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const [busy, setBusy] = useState(false)
  const bySystem = useSystem()

  async function settle(
    asked: ReturnType<typeof app.lock.unlock | typeof app.lock.unlockBySystem>,
  ) {
    setBusy(true)
    const answer = await asked
    setBusy(false)
    const asksCode = !answer.ok && (answer.code === 'code-needed' || answer.code === 'code-wrong')
    setCode(asksCode ? '' : null)
    if (!asksCode) setText('')
    setFailure(answer.ok ? null : answer)
    document.getElementById(`${id}-${asksCode ? 'code' : 'proof'}`)?.focus()
    if (!answer.ok) return
    if (by === 'password') openLockSettings()
    setSession(answer.value)
  }

  function submit() {
    if (busy) return
    const proof = proofOf(by, text, code)
    setProblem(proof === null ? missing(by) : undefined)
    if (proof !== null) void settle(app.lock.unlock(proof))
  }

  function change(to: Unlocking['by']) {
    setBy(to)
    setText('')
    setCode(null)
    setProblem(undefined)
    setFailure(null)
    document.getElementById(`${id}-proof`)?.focus()
  }

  const isPin = by === 'pin'
  return (
    <form
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h1 id={`${id}-title`}>
        <Icon name="lock" />
        {t.lock.title}
      </h1>
      <p className="locked-name">{name}</p>
      <TextField
        key={by}
        id={`${id}-proof`}
        label={isPin ? t.lock.pin : t.lock.password}
        value={text}
        onValue={setText}
        problem={problem}
        hint={isPin ? undefined : t.lock.passwordHint}
        input={{
          type: 'password',
          autoFocus: true,
          ...(isPin ? { inputMode: 'numeric', maxLength: 12 } : {}),
          autoComplete: isPin ? 'off' : 'current-password',
        }}
      />
      {code !== null && (
        <TextField
          id={`${id}-code`}
          label={t.signIn.code}
          value={code}
          onValue={setCode}
          hint={t.signIn.codeHint}
          input={{ autoFocus: true, autoComplete: 'one-time-code', maxLength: 100 }}
        />
      )}
      <Button look="main" type="submit" aria-disabled={busy}>
        {busy ? t.lock.busy : t.lock.unlock}
      </Button>
      <div className="locked-word">
        {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
      </div>
      {bySystem && (
        <Button aria-disabled={busy} onClick={() => void settle(app.lock.unlockBySystem())}>
          {t.lock.bySystem}
        </Button>
      )}
      {!demo && (
        <Button look="quiet" onClick={() => change(isPin ? 'password' : 'pin')}>
          {isPin ? t.lock.forgotten : t.lock.byPin}
        </Button>
      )}
    </form>
  )
}

function proofOf(by: Unlocking['by'], text: string, code: string | null): Unlocking | null {
  const second = code === null ? {} : { code }
  if (by === 'password') return text === '' ? null : { by, password: text, ...second }
  return pinSchema.safeParse(text).success ? { by, pin: text } : null
}

function missing(by: Unlocking['by']): string {
  return by === 'pin' ? t.lock.missingPin : t.lock.missingPassword
}

function useSystem(): boolean {
  const [there, setThere] = useState(false)
  useEffect(() => {
    void app.lock.system().then((answer) => setThere(answer.ok && answer.value))
  }, [])
  return there
}
