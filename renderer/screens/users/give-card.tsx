import { TextField } from '../../components/text-field.tsx'
import type { Hints } from '../../../core/hints.ts'
import { t } from '../../messages.ts'
import { uidOf } from '../../stores/card-field.ts'
import {
  type Giving,
  changeGiving,
  changeGivenCard,
  changeGivenSurface,
  withGiven,
} from '../../stores/user-cards.ts'
import { CardIdField } from '../user-invitations/card-id-field.tsx'

type Props = {
  readonly giving: Giving
  /** Somebody else who has the card. */
  readonly holder: Hints['card']
  /** The end is a moment to come. */
  readonly ends: boolean
}

/** The card that is given: tapped or typed, and for a temporary one its end. */
export function GiveCard({ giving, holder, ends }: Props) {
  const { action, card, surface, until, tried } = giving
  const missing = tried && !uidOf(card).ok ? t.userCards.cardMissing : undefined
  const held = holder === null ? undefined : t.userCards.heldBy(holder.name || t.users.unnamed)
  return (
    <>
      <p className="soft">{action === 'lend' ? t.userCards.lendAsk : t.userCards.replaceAsk}</p>
      <CardIdField
        id="give-card"
        card={card}
        onCard={changeGivenCard}
        problem={held ?? missing}
        known={null}
        onLeave={() => {}}
        onChoose={(chosen) => changeGiving((now) => withGiven(now, chosen))}
      />
      <TextField
        id="give-surface"
        label={t.form.fields.surfaceId}
        value={surface.text}
        onValue={(text) => changeGivenSurface((now) => ({ ...now, text }))}
        input={{ maxLength: 100 }}
      />
      {action === 'lend' && (
        <TextField
          id="give-end"
          label={t.userCards.end}
          value={until}
          onValue={(text) => changeGiving((now) => ({ ...now, until: text }))}
          problem={tried && uidOf(card).ok && !ends ? t.userCards.endMissing : undefined}
          input={{ type: 'datetime-local', max: '9999-12-31T23:59' }}
        />
      )}
    </>
  )
}
