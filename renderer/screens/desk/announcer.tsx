import { cardRefusal } from '../../../core/card/warnings.ts'
import { t } from '../../messages.ts'
import { type CardField, type TapOutcome, seenCard } from '../../stores/card-field.ts'
import { cardProfileNow } from '../../stores/card-profile.ts'
import { useForm } from '../../stores/form.ts'
import { useSync } from '../../stores/sync.ts'

/** Says aloud what others see from the corner of an eye: a tap, and the cloud going or coming. */
export function Announcer() {
  const tap = useForm((form) => form.tap)
  const refused = useForm(({ card }) => refusedTap(card))
  const channel = useSync((status) => status.channel)
  const busy = channel === 'sending' || channel === 'receiving' || channel === 'idle'
  return (
    <div className="visually-hidden">
      <output key={tap?.count}>{tap !== null && (refused ?? heard[tap.outcome](tap.uid))}</output>
      <output>{busy ? '' : t.sync.explained[channel]}</output>
    </div>
  )
}

/** What stands in Card ID came from a tap, and cannot be handed out. */
function refusedTap(card: CardField): string | undefined {
  const seen = card.tappedFrom === null ? null : seenCard(card)
  const refusal = seen === null ? null : cardRefusal(seen, cardProfileNow().policy)
  return refusal === null ? undefined : t.form.problems[`card-${refusal}`]({})
}

const heard: Record<TapOutcome, (uid: string) => string> = {
  filled: (uid) => t.reader.announced(uid),
  same: () => t.reader.announcedSame,
  offered: () => t.reader.announcedOffer,
  'too-short': (uid) => t.form.tapTooShort(uid),
}
