import { useId, useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import { inGroups } from '../../../core/second-factor.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { QrCode } from './qr-code.tsx'
import { codeInput } from './code-input.ts'

type Offer = { readonly secret: string; readonly uri: string }

type Props = {
  readonly onCodes: (codes: readonly string[]) => void
  readonly onClose: () => void
}

/** First who it is, then the app and one code of it. */
export function TurnOn({ onCodes, onClose }: Props) {
  const id = useId()
  const [offer, setOffer] = useState<Offer | null>(null)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)

  async function next() {
    setTried(true)
    if (busy || text === '') return document.getElementById(`${id}-text`)?.focus()
    setBusy(true)
    setFailure(offer === null ? await start() : await confirm())
    setBusy(false)
  }

  async function start() {
    const answer = await app.secondFactor.start({ password: text })
    if (!answer.ok) return answer
    setOffer(answer.value)
    setText('')
    setTried(false)
    document.getElementById(`${id}-text`)?.focus()
    return null
  }

  async function confirm() {
    const answer = await app.secondFactor.confirm({ code: text })
    if (!answer.ok) return answer
    onCodes(answer.value)
    return null
  }

  return (
    <Dialog
      title={t.secondFactor.title}
      onClose={onClose}
      onSubmit={() => void next()}
      foot={
        <>
          <Button onClick={onClose}>{t.secondFactor.cancel}</Button>
          <Button look="main" type="submit" aria-disabled={busy}>
            {offer === null ? t.secondFactor.next : t.secondFactor.turnOn}
          </Button>
        </>
      }
    >
      {offer === null ? <p>{t.secondFactor.about}</p> : <Shown offer={offer} />}
      <TextField
        key={offer === null ? 'password' : 'code'}
        id={`${id}-text`}
        label={offer === null ? t.secondFactor.password : t.secondFactor.code}
        hint={offer === null ? t.secondFactor.passwordHint : t.secondFactor.codeHint}
        value={text}
        onValue={setText}
        problem={tried && text === '' ? missing(offer) : undefined}
        input={
          offer === null
            ? { type: 'password', autoComplete: 'current-password' }
            : { ...codeInput, autoFocus: true }
        }
      />
      {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
    </Dialog>
  )
}

function Shown({ offer: { secret, uri } }: { readonly offer: Offer }) {
  return (
    <>
      <p>{t.secondFactor.scan}</p>
      <QrCode text={uri} label={t.secondFactor.picture} />
      <p className="soft second-factor-or">{t.secondFactor.secret}</p>
      <p className="second-factor-secret">{inGroups(secret, 4, ' ')}</p>
    </>
  )
}

const missing = (offer: Offer | null) =>
  offer === null ? t.secondFactor.missingPassword : t.secondFactor.missingCode
