import { useEffect, useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import type { SecondFactorState } from '../../../core/second-factor.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { closeSecondFactor } from '../../stores/second-factor.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import './second-factor.css'
import { TurnOn } from './turn-on.tsx'
import { TurnedOn } from './turned-on.tsx'

/** The second factor of whoever works here, as the cloud tells it now. */
export default function SecondFactorDialog({ email }: { readonly email: string }) {
  const [state, setState] = useState<SecondFactorState | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  useEffect(() => {
    void app.secondFactor.state().then((answer) => {
      if (answer.ok) setState(answer.value)
      else setFailure(answer)
    })
  }, [])

  if (codes !== null) {
    return <RecoveryCodes codes={codes} email={email} onDone={closeSecondFactor} />
  }
  const ways = { onCodes: setCodes, onClose: closeSecondFactor }
  if (state !== null) return state.on ? <TurnedOn state={state} {...ways} /> : <TurnOn {...ways} />
  return (
    <Dialog
      title={t.secondFactor.title}
      onClose={closeSecondFactor}
      foot={<Button onClick={closeSecondFactor}>{t.secondFactor.close}</Button>}
    >
      {failure === null ? (
        <p className="soft">{t.secondFactor.wait}</p>
      ) : (
        <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>
      )}
    </Dialog>
  )
}
