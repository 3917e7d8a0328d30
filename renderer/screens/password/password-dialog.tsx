import { useId, useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { type PasswordFields, noPasswords, passwordProblem } from './password-fields.ts'

type Props = { readonly onClose: () => void }

/** Another password for whoever works here and knows the one before. */
export default function PasswordDialog({ onClose }: Props) {
  const id = useId()
  const [fields, setFields] = useState<PasswordFields>(noPasswords)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const problem = passwordProblem(fields)
  const isWrong = failure?.code === 'wrong-password'

  async function save() {
    setTried(true)
    if (problem !== null) return document.getElementById(`${id}-${problem.field}`)?.focus()
    if (busy) return
    setBusy(true)
    const { present, other: password } = fields
    const answer = await app.password.change({ present, password })
    setBusy(false)
    if (answer.ok) return setDone(true)
    setFailure(answer)
    if (answer.code === 'wrong-password') document.getElementById(`${id}-present`)?.focus()
  }

  const problemOf = (name: keyof PasswordFields) => {
    if (name === 'present' && isWrong) return t.password.wrongPresent
    return tried && problem?.field === name ? problem.sentence : undefined
  }
  const field = (name: keyof PasswordFields, hint?: string) => (
    <TextField
      id={`${id}-${name}`}
      label={t.password[name]}
      hint={hint}
      value={fields[name]}
      onValue={(value) => {
        setFields({ ...fields, [name]: value })
        if (name === 'present') setFailure(null)
      }}
      problem={problemOf(name)}
      input={{
        type: 'password',
        autoComplete: name === 'present' ? 'current-password' : 'new-password',
      }}
    />
  )
  if (done) {
    return (
      <Dialog
        // Another one, which puts the cursor on its button.
        key="done"
        title={t.password.title}
        onClose={onClose}
        onSubmit={onClose}
        foot={
          <Button look="main" type="submit">
            {t.password.close}
          </Button>
        }
      >
        <output>
          <Notice kind="good">{t.password.done}</Notice>
        </output>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t.password.title}
      about={t.password.about}
      onClose={onClose}
      onSubmit={() => void save()}
      foot={
        <>
          <Button onClick={onClose}>{t.password.cancel}</Button>
          <Button look="main" type="submit" aria-disabled={busy}>
            {t.password.save}
          </Button>
        </>
      }
    >
      {field('present')}
      {field('other', t.password.otherHint)}
      {field('again')}
      {failure !== null && !isWrong && (
        <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>
      )}
    </Dialog>
  )
}
