import { useId, useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import type { SecondFactorState } from '../../../core/second-factor.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { formatDateTime } from '../../format.ts'
import { t } from '../../messages.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { codeInput } from './code-input.ts'

type Props = {
  readonly state: SecondFactorState
  readonly onCodes: (codes: readonly string[]) => void
  readonly onClose: () => void
}

/** What is on, and how it is changed by whoever shows who they are. */
export function TurnedOn({ state, onCodes, onClose }: Props) {
  const id = useId()
  const [by, setBy] = useState<'password' | 'code'>('password')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const isCode = by === 'code'

  async function prove<Answer extends { readonly ok: boolean }>(
    ask: (proof: Proof) => Promise<Answer>,
  ): Promise<Answer | null> {
    setTried(true)
    if (busy || text === '') {
      document.getElementById(`${id}-proof`)?.focus()
      return null
    }
    setBusy(true)
    const answer = await ask(isCode ? { by, code: text } : { by, password: text })
    setBusy(false)
    setText('')
    setTried(false)
    return answer
  }

  async function renew() {
    const answer = await prove(app.secondFactor.renewCodes)
    if (answer?.ok) onCodes(answer.value)
    else setFailure(answer)
  }

  async function turnOff() {
    const answer = await prove(app.secondFactor.end)
    if (answer?.ok) onClose()
    else setFailure(answer)
  }

  function change() {
    setBy(isCode ? 'password' : 'code')
    setText('')
    setTried(false)
    setFailure(null)
  }

  return (
    <Dialog
      title={t.secondFactor.title}
      onClose={onClose}
      onSubmit={() => void renew()}
      foot={
        <>
          <Button onClick={onClose}>{t.secondFactor.close}</Button>
          <Button look="danger" aria-disabled={busy} onClick={() => void turnOff()}>
            {t.secondFactor.turnOff}
          </Button>
          <Button look="main" type="submit" aria-disabled={busy}>
            {t.secondFactor.renew}
          </Button>
        </>
      }
    >
      <p>
        {t.secondFactor.since(formatDateTime(state.since ?? ''))}{' '}
        {t.secondFactor.left(state.recoveryCodes)}
      </p>
      <p className="soft">{t.secondFactor.proofAbout}</p>
      <TextField
        key={by}
        id={`${id}-proof`}
        label={isCode ? t.secondFactor.code : t.secondFactor.password}
        hint={isCode ? t.secondFactor.proofCodeHint : undefined}
        value={text}
        onValue={setText}
        problem={tried && text === '' ? missing(isCode) : undefined}
        input={
          isCode
            ? { ...codeInput, autoFocus: true }
            : { type: 'password', autoComplete: 'current-password' }
        }
      />
      <Button look="quiet" onClick={change}>
        {isCode ? t.secondFactor.byPassword : t.secondFactor.byCode}
      </Button>
      {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
    </Dialog>
  )
}

type Proof = Parameters<typeof app.secondFactor.end>[0]

const missing = (isCode: boolean) =>
  isCode ? t.secondFactor.missingCode : t.secondFactor.missingPassword
