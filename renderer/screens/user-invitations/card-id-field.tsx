import { warningsOf } from '../../../core/card/warnings.ts'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import { openCardDetails } from '../../stores/card-details.ts'
import {
  type CardField,
  type TappedCard,
  seenCard,
  switched,
  typed,
} from '../../stores/card-field.ts'
import { openChoosing } from '../../stores/choosing.ts'
import { FieldHint } from './field-hint.tsx'

type Props = {
  readonly id: string
  readonly className?: string
  readonly required?: boolean
  readonly card: CardField
  readonly onCard: (change: (card: CardField) => CardField) => void
  readonly problem: string | undefined
  readonly known: string | null
  readonly onLeave: () => void
  /** A card that was scanned before takes the place of what is there. */
  readonly onChoose: (card: TappedCard) => void
}

/** A card number in one of two bases, tapped or typed. */
export function CardIdField({ id, className = '', required = false, card, ...rest }: Props) {
  return (
    <TextField
      id={id}
      label={t.form.fields.cardId}
      className={`card-id ${className}`}
      required={required}
      starred={required}
      value={card.text}
      onValue={(text) => rest.onCard((now) => typed(now, text))}
      problem={rest.problem}
      hint={
        <FieldHint known={rest.known ?? warningIn(card)}>
          {card.tappedFrom === null ? t.form.cardHint : t.form.cardRead(card.tappedFrom)}
        </FieldHint>
      }
      input={{
        onBlur: rest.onLeave,
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          openChoosing(rest.onChoose)
        },
      }}
      aside={
        <span className="card-aside">
          <Details card={card} />
          <button
            type="button"
            className="card-details-open"
            // Off the way from field to field: the arrow opens it from within the field.
            tabIndex={-1}
            aria-label={t.unknown.choose}
            onClick={() => openChoosing(rest.onChoose)}
          >
            {t.unknown.chooseShort}
          </button>
          <label className="card-decimal">
            <input
              type="checkbox"
              checked={card.base === 'decimal'}
              onChange={(event) => {
                const base = event.target.checked ? 'decimal' : 'hex'
                rest.onCard((now) => switched(now, base))
              }}
            />
            {t.form.decimal}
          </label>
        </span>
      }
    />
  )
}

/** Its place is always there; a number that is not whole yet has no details. */
function Details({ card }: { readonly card: CardField }) {
  const seen = seenCard(card)
  return (
    <button
      type="button"
      className="card-details-open"
      aria-label={t.card.title}
      disabled={seen === null}
      onClick={() => {
        if (seen !== null) openCardDetails(seen)
      }}
    >
      {t.card.open}
    </button>
  )
}

/** In a few words what is to be known about this card before it is handed out; the details say more. */
function warningIn(card: CardField): string | null {
  const seen = seenCard(card)
  const code = seen === null ? undefined : warningsOf(seen).find((each) => each !== 'clonable')
  return code === undefined ? null : t.card.short[code]
}
