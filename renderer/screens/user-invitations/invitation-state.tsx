import { mailTrouble } from '../../../core/mail-trouble.ts'
import type { PersonRow } from '../../../core/pending-page.ts'
import { useClock } from '../../components/clock.tsx'
import { Delivery } from '../../components/delivery.tsx'
import { Icon, type IconName } from '../../components/icons.tsx'
import { formatDateTime } from '../../format.ts'
import { t } from '../../messages.ts'
import { openAction } from '../../stores/pending-actions.ts'
import { rowState } from '../../stores/row-state.ts'
import { useSession } from '../../stores/session.ts'
import { mayDo } from './may-do.ts'

/** How an invitation fares, in words and icon; the details on hover. */
export function InvitationState({ row }: { readonly row: PersonRow }) {
  const state = rowState(row, useClock())
  switch (state.kind) {
    case 'mailed':
      return <Mail state="sent" icon="mail" title={t.pending.expiresAt(formatDateTime(state.at))} />
    case 'opened':
      return <Mail state="opened" icon="eye" title={t.pending.openedAt(formatDateTime(state.at))} />
    case 'expired':
      return (
        <Mail state="expired" icon="clock" title={t.pending.expiredAt(formatDateTime(state.at))} />
      )
    case 'refused':
      return <Refused row={row} reason={state.reason} />
    case 'saved':
    case 'sending':
    case 'sent':
    case 'attention':
      return <Delivery state={state.kind} />
  }
}

type MailState = keyof typeof t.pending.mail

function Mail(props: { readonly state: MailState; readonly icon: IconName; title: string }) {
  return (
    <span className={`delivery mail-${props.state}`} title={props.title}>
      <Icon name={props.icon} />
      {t.pending.mail[props.state]}
    </span>
  )
}

/** The reason is part of the words, because somebody has to act on it; whoever may, does so from here. */
function Refused({ row, reason }: { readonly row: PersonRow; readonly reason: string }) {
  const session = useSession()
  const trouble = mailTrouble(reason)
  const unnamed = `${t.pending.mail.refused}${reason === '' ? '' : `: ${reason}`}`
  const shown = trouble === null ? unnamed : t.pending.troubles[trouble]
  const words = (
    <>
      <Icon name="mail-off" />
      <span className="mail-reason">{shown}</span>
    </>
  )
  const name = trouble === null ? unnamed : t.pending.undelivered(shown)
  const said = reason === '' ? '' : `\n${t.pending.refusedBecause(reason)}`
  const title = `${name}. ${t.pending.mend(trouble)}${said}`
  const may = session.state === 'signed-in' && mayDo(session.identity.account.role, row).resend
  if (!may) {
    return (
      <span className="delivery mail-refused" title={title}>
        {words}
      </span>
    )
  }
  return (
    <button
      type="button"
      className="delivery mail-refused mail-mend"
      aria-label={name}
      title={title}
      onClick={() => openAction({ action: 'resend', targets: { ids: [row.id], row } })}
    >
      {words}
    </button>
  )
}
