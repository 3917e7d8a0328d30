import { mailTrouble } from '../../../core/mail-trouble.ts'
import type { InvitationMail } from '../../../core/record.ts'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'

/** What is wrong with the mail of an invitation and what helps; nothing where it is not wrong. */
export function MailTroubleNote({ mail }: { readonly mail: InvitationMail | null }) {
  if (mail?.state !== 'refused') return null
  const reason = mail.reason ?? ''
  const trouble = mailTrouble(reason)
  const what = trouble === null ? t.pending.mail.refused : t.pending.troubles[trouble]
  return (
    <Notice kind="wait" icon="mail-off">
      <p>
        {t.pending.undelivered(what)}. {t.pending.mend(trouble)}
      </p>
      {reason !== '' && <p className="soft">{t.pending.refusedBecause(reason)}</p>}
    </Notice>
  )
}
