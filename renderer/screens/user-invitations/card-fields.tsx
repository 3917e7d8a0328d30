import { cardText } from '../../../core/card-profile.ts'
import { fullName } from '../../../core/person.ts'
import { type Role, mayInviteByEmail } from '../../../core/role.ts'
import { Ask } from '../../components/ask.tsx'
import { t } from '../../messages.ts'
import { offerLeft, seenCard } from '../../stores/card-field.ts'
import { beginWith, mayBeginAnother } from '../../stores/aside.ts'
import { changeCard, leave, setMoving, takeOffer, useForm } from '../../stores/form.ts'
import { withLaid } from '../../stores/laid-card.ts'
import { CardHolder } from './card-holder.tsx'
import { CardIdField } from './card-id-field.tsx'
import { FieldHint } from './field-hint.tsx'
import { PersonText } from './person-text.tsx'
import { type PersonForm, idOf } from './use-person-form.ts'

type Props = { readonly form: PersonForm; readonly by: Role }

export function CardFields({ form, by }: Props) {
  return (
    <fieldset className="form-part form-card">
      <legend>{mayInviteByEmail(by) ? t.form.optionalCard : t.form.card}</legend>
      <CardId form={form} required={!mayInviteByEmail(by)} />
      <PersonText
        form={form}
        field="surfaceId"
        hint={<FieldHint known={form.hints.surface}>{surfaceHint(form)}</FieldHint>}
      />
      <CardHolder
        holder={form.holder}
        cardId={seenCard(form.form.card)?.uid ?? null}
        to={fullName(form.form.values) || form.form.values.email}
        moving={form.form.moving}
        onMoving={setMoving}
      />
      <CardOffer form={form} />
    </fieldset>
  )
}

function CardId({ form, required }: { readonly form: PersonForm; readonly required: boolean }) {
  const { card, tap } = form.form
  // Two names for one animation: it starts again with every tap.
  const problem = form.problem('cardId') ?? shortTap(form)
  const good = problem === undefined && (tap?.outcome === 'filled' || tap?.outcome === 'same')
  const flash = good && tap !== null ? `tap-${tap.count % 2}` : ''
  return (
    <CardIdField
      id={idOf('cardId')}
      className={flash}
      required={required}
      card={card}
      onCard={changeCard}
      problem={problem}
      known={form.hints.card}
      onLeave={() => leave('cardId')}
      onChoose={(chosen) => useForm.setState((now) => withLaid(now, chosen))}
    />
  )
}

/** Stands where nothing else moves out of its way, and leaves the cursor where it is. */
function CardOffer({ form }: { readonly form: PersonForm }) {
  const { offer, base, style } = form.form.card
  const mayBegin = useForm(mayBeginAnother)
  if (offer === null) return null
  return (
    <Ask
      question={t.form.cardOffer(cardText(style, offer.uid, base))}
      yes={t.form.replace}
      no={t.form.keep}
      onYes={takeOffer}
      other={{
        text: t.form.newPerson,
        disabled: !mayBegin,
        onPress: () => beginWith(offer),
      }}
      onNo={() => changeCard(offerLeft)}
    />
  )
}

/** The account takes Surface ID from the card, and this one holds no text. */
function surfaceHint({ form: { tap, card, values } }: PersonForm): string | undefined {
  const missing = tap?.textless === true && card.tappedFrom !== null && values.surfaceId === ''
  return missing ? t.form.cardTextless : undefined
}

/** A card whose number is too short is said where its number would have been. */
function shortTap({ form: { tap, card } }: PersonForm): string | undefined {
  return tap?.outcome === 'too-short' && card.text === '' ? t.form.tapTooShort(tap.uid) : undefined
}
