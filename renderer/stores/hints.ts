import type { Hints, HintsQuery } from '../../core/hints.ts'
import { personFields } from '../../core/person.ts'
import type { Messages } from '../messages.ts'
import { type CardField, uidOf } from './card-field.ts'
import { cardProfileNow } from './card-profile.ts'
import { type Values, emailOf } from './form-rules.ts'

/** Only what is complete is asked about: half an address belongs to nobody. */
export function hintsAbout(
  values: Pick<Values, 'email' | 'surfaceId'>,
  card: CardField,
  except: string | null,
): HintsQuery {
  const email = emailOf(values)
  const uid = uidOf(card)
  const { surface } = cardProfileNow()
  const printed = values.surfaceId.trim()
  return {
    email: personFields.shape.email.safeParse(email).success ? email : null,
    cardId: uid.ok ? uid.value : null,
    surfaceId: surface.kind === 'typed' || printed === '' ? null : printed.slice(0, 100),
    except,
  }
}

/** The sentences for the two fields. */
export function hintSentences({ email, card, surface }: Hints, t: Messages['form']['hints']) {
  return {
    email: email === null ? null : emailSentence(email, t),
    card: card === null ? null : cardSentence(card, t),
    surface: surface === null ? null : t.surface(surface.name),
  }
}

function cardSentence(
  { name, likeness, status }: NonNullable<Hints['card']>,
  t: Messages['form']['hints'],
): string {
  if (status !== undefined) return t.cardBeside[status](name)
  switch (likeness) {
    case 'same':
      return t.card(name)
    case 'reversed':
      return t.cardReversed(name)
    case 'may-be':
      return t.cardMayBe(name)
  }
}

function emailSentence(hint: NonNullable<Hints['email']>, t: Messages['form']['hints']): string {
  switch (hint.kind) {
    case 'invited':
      return t.invited(hint.name)
    case 'user':
      return t.user(hint.name)
    case 'elsewhere':
      return t.elsewhere(hint.name, hint.account)
  }
}
