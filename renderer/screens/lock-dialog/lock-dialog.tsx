import { useEffect, useId, useState } from 'react'
import {
  type IdleMinutes,
  type LockSettings,
  idleMinutes,
  isLaxer,
} from '../../../core/desk-lock.ts'
import type { Failure } from '../../../contracts/result.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { lockDesk, useLockDialog } from '../../stores/lock-desk.ts'
import { Choice } from '../desk/choice.tsx'
import './lock-dialog.css'
import { type PinFields, noPins, pinProblem, presentProblem } from './pin-fields.ts'

/** Offered to whoever sets the first PIN. */
const firstIdleMinutes = 5

/** When this desk is locked, and the PIN that opens it. */
export default function LockDialog() {
  const { open } = useLockDialog()
  const [settings, setSettings] = useState<LockSettings | null>(null)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  useEffect(() => {
    void app.lock.settings().then((answer) => {
      if (answer.ok) setSettings(answer.value)
      else setFailure(answer)
    })
  }, [])
  if (settings !== null) return <Settings settings={settings} thenLock={open === 'then-lock'} />
  return (
    <Dialog
      title={t.lock.settings}
      onClose={close}
      foot={<Button onClick={close}>{t.lock.cancel}</Button>}
    >
      {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
    </Dialog>
  )
}

type Props = { readonly settings: LockSettings; readonly thenLock: boolean }

function Settings({ settings, thenLock }: Props) {
  const id = useId()
  const asksPresent = settings.pin && settings.asksPresent
  const first = settings.pin ? settings.idleMinutes : firstIdleMinutes
  const [minutes, setMinutes] = useState<IdleMinutes>(first)
  const [pins, setPins] = useState<PinFields>(noPins)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const keeps = settings.pin && pins.pin === '' && pins.again === ''
  // Shorter is nobody's secret; longer, or another PIN, is for whoever knows the present one.
  const proves = asksPresent && (!keeps || isLaxer(minutes, settings.idleMinutes))
  const problem = keeps ? presentProblem(pins, proves) : pinProblem(pins, asksPresent)

  async function save() {
    setTried(true)
    if (problem !== null) return document.getElementById(`${id}-${problem.field}`)?.focus()
    const present = proves ? pins.present : null
    const answer = keeps
      ? await app.lock.setIdle({ idleMinutes: minutes, present })
      : await app.lock.setPin({ pin: pins.pin, present, idleMinutes: minutes })
    if (!answer.ok) return setFailure(answer)
    close()
    if (thenLock) void lockDesk(app.lock)
  }

  const field = (name: keyof PinFields, label: string, hint?: string) => (
    <TextField
      id={`${id}-${name}`}
      label={label}
      hint={hint}
      value={pins[name]}
      onValue={(value) => setPins({ ...pins, [name]: value })}
      problem={tried && problem?.field === name ? problem.sentence : undefined}
      input={{ type: 'password', inputMode: 'numeric', maxLength: 12 }}
    />
  )
  return (
    <Dialog
      title={t.lock.settings}
      onClose={close}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={close}>{t.lock.cancel}</Button>
          <Button look="main" type="submit">
            {thenLock ? t.lock.saveAndLock : t.lock.save}
          </Button>
        </>
      }
    >
      <p className="lock-about">{t.lock.about}</p>
      <div className="lock-idle">
        <Choice
          label={t.lock.idle}
          value={`${minutes}`}
          options={t.lock.idleMinutes}
          onChoose={(chosen) => setMinutes(idleMinutes.parse(Number(chosen)))}
        />
      </div>
      <p className="lock-about soft">{t.lock.always}</p>
      {asksPresent && field('present', t.lock.present, t.lock.presentHint)}
      {settings.pin
        ? field('pin', t.lock.other, t.lock.otherHint)
        : field('pin', t.lock.first, t.lock.firstHint)}
      {field('again', t.lock.again)}
      {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
    </Dialog>
  )
}

function close() {
  useLockDialog.setState({ open: null })
}
