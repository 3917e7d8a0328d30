import { warningsOf } from '../../../core/card/warnings.ts'
import { cardText } from '../../../core/card-profile.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { mayBeginAnother } from '../../stores/aside.ts'
import { useCardProfile } from '../../stores/card-profile.ts'
import { useForm } from '../../stores/form.ts'
import { leaveNobodys, newUserWithNobodys, useMeeting } from '../../stores/meeting.ts'

/** A card that nobody has was tapped at a table: somebody new may get it. The cursor stays where it is. */
export function NobodysCard() {
  const { nobodys, failure } = useMeeting()
  const { cardId: style } = useCardProfile()
  const mayBegin = useForm(mayBeginAnother)
  if (failure !== null) {
    return <Line bad text={t.failures[failure.code](failure)} />
  }
  if (nobodys === null) return null
  const { tap, kept } = nobodys
  const [warning] = warningsOf({ ...tap, source: tap.source ?? 'reader' })
  const more = kept === null ? `${t.unknown.notKept} ${warning ? t.card.short[warning] : ''}` : ''
  return (
    <Line text={t.unknown.nobodys(cardText(style, tap.uid), kept?.label ?? null)} more={more}>
      <Button look="main" disabled={!mayBegin} onClick={newUserWithNobodys}>
        {t.unknown.newUser}
      </Button>
    </Line>
  )
}

function Line(props: {
  readonly text: string
  readonly more?: string
  readonly bad?: boolean
  readonly children?: React.ReactNode
}) {
  const { text, more = '', bad = false, children } = props
  return (
    <div className="toast" data-bad={bad || undefined} data-wait={!bad || undefined}>
      <Icon name={bad ? 'attention' : 'card'} />
      <output className="toast-text">
        {text}
        {more !== '' && <span className="toast-soft">{more}</span>}
      </output>
      {children}
      <Button look="quiet" aria-label={t.invitations.close} onClick={leaveNobodys}>
        <Icon name="close" />
      </Button>
    </div>
  )
}
