import { Ask } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { emailOf } from '../../stores/form-rules.ts'
import { correct, emptyForm, useForm } from '../../stores/form.ts'
import { useLists } from '../../stores/lists.ts'
import type { PersonForm } from './use-person-form.ts'

/** Send, what it will do, and what became of the last one. */
export function FormFoot({ form }: { readonly form: PersonForm }) {
  const { values, sending, asking } = form.form
  const email = emailOf(values)
  const help =
    values.role === ''
      ? t.form.chooseRoleFirst
      : email === null
        ? t.form.willCreate
        : t.form.willInvite(email)
  return (
    <div className="form-foot">
      {form.trouble !== undefined && <Notice kind="bad">{form.trouble}</Notice>}
      <div className="form-actions">
        <Button
          look="main"
          type="submit"
          disabled={values.role === ''}
          aria-busy={sending}
          aria-describedby="person-send-help"
        >
          {t.form.send}
        </Button>
        <Button onClick={emptyForm}>{t.form.discard}</Button>
        {asking === null ? (
          <span id="person-send-help" className="form-help">
            {sending ? t.form.sending : help}
          </span>
        ) : (
          <Ask
            takesFocus
            question={asking.kind === 'discard' ? t.form.discardAsk : t.attention.editAsk}
            yes={asking.kind === 'discard' ? t.form.discardYes : t.attention.replace}
            no={t.form.discardNo}
            onYes={() => (asking.kind === 'discard' ? emptyForm() : correct(asking.row))}
            onNo={() => useForm.setState({ asking: null })}
          />
        )}
        <LastSent />
      </div>
    </div>
  )
}

/** Follows the last one sent from "Saved on this computer" to where it stands now. */
function LastSent() {
  const sent = useForm((form) => form.sent)
  const { recent, joined } = useLists()
  const state = recent.find(({ id }) => id === sent?.recordId)?.delivery ?? 'saved'
  return (
    <output className={`form-sent form-sent-${state}`}>
      {sent !== null && (
        <>
          <Icon name={state === 'attention' ? 'attention' : 'check'} />
          <span>
            {joined.has(sent.recordId)
              ? t.form.sentAsMember(sent.name)
              : t.form.sentState[state](sent.name)}
          </span>
        </>
      )}
    </output>
  )
}
