import type { PersonRow } from '../../../core/pending-page.ts'
import { useClock } from '../../components/clock.tsx'
import { Delivery } from '../../components/delivery.tsx'
import { Icon, type IconName } from '../../components/icons.tsx'
import { formatDateTime } from '../../format.ts'
import { t } from '../../messages.ts'
import { type RowState, rowState } from '../../stores/row-state.ts'

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
      return <Refused reason={state.reason} />
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

/** The reason is part of the words, because somebody has to act on it. */
function Refused({ reason }: Pick<Extract<RowState, { kind: 'refused' }>, 'reason'>) {
  return (
    <span className="delivery mail-refused" title={t.pending.refusedBecause(reason)}>
      <Icon name="mail-off" />
      <span className="mail-reason">
        {t.pending.mail.refused}
        {reason !== '' && `: ${reason}`}
      </span>
    </span>
  )
}
