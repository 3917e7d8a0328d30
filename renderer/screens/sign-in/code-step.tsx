import { useId } from 'react'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { TextField } from '../../components/text-field.tsx'
import { first } from '../../first-messages.ts'
import type { useSignIn } from './use-sign-in.ts'

/** The password was right: now the code of an app, or a recovery code in the same field. */
export function CodeStep({ form }: { readonly form: ReturnType<typeof useSignIn> }) {
  const id = useId()
  const { phase } = form
  return (
    <form
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        document.getElementById(`${id}-code`)?.focus()
        void form.submit()
      }}
    >
      <h1 id={`${id}-title`}>{first.signIn.codeTitle}</h1>
      <p className="sign-in-who">{form.values.email}</p>
      <TextField
        id={`${id}-code`}
        label={first.signIn.code}
        hint={first.signIn.codeHint}
        value={form.values.code}
        onValue={(value) => form.set('code', value)}
        problem={phase.kind === 'missing' ? first.signIn.missing.code : undefined}
        input={{ autoFocus: true, autoComplete: 'one-time-code', maxLength: 100 }}
      />
      <div className="sign-in-buttons">
        <Button look="main" type="submit" aria-disabled={form.busy}>
          {phase.kind === 'signing-in' ? first.signIn.busy : first.signIn.submit}
        </Button>
        <Button look="quiet" aria-disabled={form.busy} onClick={() => form.back()}>
          {first.signIn.back}
        </Button>
      </div>
      <div className="sign-in-word">
        {phase.kind === 'failed' && (
          <Notice kind="bad">{first.failures[phase.failure.code](phase.failure)}</Notice>
        )}
      </div>
    </form>
  )
}
