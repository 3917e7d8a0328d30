import type { Hints, HintsQuery } from '../../core/hints.ts'
import { personFields } from '../../core/person.ts'
import type { Messages } from '../messages.ts'
import { type CardField, uidOf } from './card-field.ts'
import { type Values, emailOf } from './form-rules.ts'

/** Only what is complete is asked about: half an address belongs to nobody. */
export function hintsAbout(
  values: Pick<Values, 'email'>,
  card: CardField,
  except: string | null,
): HintsQuery {
  const email = emailOf(values)
  const uid = uidOf(card)
  return {
    email: personFields.shape.email.safeParse(email).success ? email : null,
    cardId: uid.ok ? uid.value : null,
    except,
  }
}

/** The sentences for the two fields. */
export function hintSentences({ email, card }: Hints, t: Messages['form']['hints']) {
  return {
    email: email === null ? null : emailSentence(email, t),
    card: card === null ? null : t.card(card.name),
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
