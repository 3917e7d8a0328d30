import { warningsOf } from '../../../core/card/warnings.ts'
import { Field, controlProps } from '../../components/field.tsx'
import { Icon } from '../../components/icons.tsx'
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
  const choose = () => openChoosing(rest.onChoose)
  const field = {
    id,
    label: t.form.fields.cardId,
    className: `card-id ${className}`,
    required,
    starred: required,
    problem: rest.problem,
    hint: (
      <FieldHint known={rest.known ?? warningIn(card)}>
        {card.tappedFrom === null ? t.form.cardHint : t.form.cardRead(card.tappedFrom)}
      </FieldHint>
    ),
    aside: (
      <span className="card-aside">
        <Details card={card} />
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
    ),
  }
  return (
    <Field {...field}>
      <span className="card-control">
        <input
          type="text"
          autoComplete="off"
          spellCheck={false}
          {...controlProps(field)}
          value={card.text}
          onChange={(event) => {
            const text = event.target.value
            rest.onCard((now) => typed(now, text))
          }}
          onBlur={rest.onLeave}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            choose()
          }}
        />
        <button
          type="button"
          className="card-choose"
          // Off the way from field to field: the arrow key opens it from within the field.
          tabIndex={-1}
          title={t.unknown.choose}
          aria-label={t.unknown.choose}
          onClick={choose}
        >
          <Icon name="sort-down" />
        </button>
      </span>
    </Field>
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
