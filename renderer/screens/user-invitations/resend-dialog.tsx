import { useId, useState } from 'react'
import { email } from '../../../core/person.ts'
import { app } from '../../bridge.ts'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import type { Targets } from '../../stores/pending-actions.ts'
import { MailTroubleNote } from './mail-trouble-note.tsx'
import { StepDialog } from './step-dialog.tsx'
import { useStep } from './use-step.ts'

/** Mails the link again; for one person the address can be corrected on the way. */
export function ResendDialog({ targets }: { readonly targets: Targets }) {
  const id = useId()
  const { state, run } = useStep(targets, t.invitations.resendDone)
  const before = targets.row?.email ?? ''
  const [typed, setTyped] = useState(before)
  const wrong = targets.row !== null && !email.safeParse(typed).success

  function resend() {
    const corrected = targets.row !== null && typed.trim() !== before ? typed.trim() : null
    void run(corrected, (items, address) => app.invitations.resend({ items, email: address }))
  }

  return (
    <StepDialog
      title={t.invitations.resend}
      targets={targets}
      state={state}
      yes={t.invitations.resend}
      ready={!wrong}
      onYes={resend}
      not={t.invitations.resendNot}
    >
      <MailTroubleNote mail={targets.row?.mail ?? null} />
      <p>{t.invitations.resendText}</p>
      {targets.row !== null && (
        <TextField
          id={id}
          label={t.invitations.resendEmail}
          value={typed}
          onValue={setTyped}
          hint={t.invitations.resendEmailHint}
          problem={wrong ? t.form.problems['email-shape']({}) : undefined}
          input={{ inputMode: 'email', maxLength: 254 }}
        />
      )}
    </StepDialog>
  )
}
