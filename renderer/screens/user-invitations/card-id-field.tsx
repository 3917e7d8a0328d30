import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import { type CardField, switched, typed } from '../../stores/card-field.ts'
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
        <FieldHint known={rest.known}>
          {card.tappedFrom === null ? t.form.cardHint : t.form.cardRead(card.tappedFrom)}
        </FieldHint>
      }
      input={{ onBlur: rest.onLeave }}
      aside={
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
      }
    />
  )
}
