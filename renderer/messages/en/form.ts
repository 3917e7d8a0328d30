import type { DeliveryState } from '../../../core/pending-page.ts'
import type { ProblemCode, ProblemDetail } from '../../stores/form-rules.ts'

type Sentence = (detail: ProblemDetail) => string

const problems: Record<ProblemCode, Sentence> = {
  'hex-letter': () => 'Only 0–9 and A–F, with spaces, “:” or “-” between them.',
  'decimal-letter': () => 'A decimal number has only the digits 0–9. Is it hexadecimal?',
  'odd-digits': ({ digits }) => `${digits ?? 'Odd'} digits: hexadecimal has two for each byte.`,
  'too-short': () => 'Too short: a card number has at least 3 bytes.',
  'too-long': () => 'Too long: a card number has at most 10 bytes.',
  'email-shape': () => 'This is not an email address.',
  'too-long-text': ({ max }) => `Too long: at most ${max ?? ''} characters.`,
  'role-missing': () => 'Choose a user role.',
  'region-missing': () => 'Choose the region of this Regional Admin.',
  'region-none': () =>
    'This account has no regions yet. Ask whoever runs the cloud to add one, or choose another role.',
  'name-missing': () => 'Without an email, give at least a first or a last name.',
  'wrong-length': ({ bytes }) =>
    `${bytes ?? 'So many'} bytes: card numbers have 3, 4, 5, 7, 8 or 10. Is a digit missing?`,
  'card-random': () => 'Random number: use another card.',
  'card-partial': () => 'Part of a number: use another reader.',
  'card-missing': () => 'Tap a card or type its number.',
}

export const form = {
  title: 'Invite a new user',
  correctingTitle: (name: string) => `Correct and send again: ${name}`,
  mandatory: 'Mandatory fields',
  optional: 'Optional information',
  optionalCard: 'Optional card information',
  card: 'Card information',
  fields: {
    email: 'Email',
    role: 'User role',
    firstName: 'First name',
    lastName: 'Last name',
    organization: 'Member of / organization',
    additionalInformation: 'Additional information',
    cardId: 'Card ID',
    surfaceId: 'Surface ID',
    regionId: 'Region',
  },
  chooseRole: 'Choose a role',
  chooseRegion: 'Choose a region',
  noRegion: 'No region',
  regionHint: 'Sees and changes the people of this region only.',
  ownRegion: (region: string) => `For your own region, ${region}.`,
  decimal: 'Decimal',
  send: 'Send',
  sending: 'Saving …',
  discard: 'Discard changes',
  willInvite: (email: string) => `Sends an invitation to ${email}.`,
  willCreate: 'Without an email, the user is created at once.',
  chooseRoleFirst: 'Choose a user role to send.',
  emailHint: 'Leave empty to create a user at once.',
  cardTextless: 'This card holds no text. Type what is printed on it.',
  cardHint: 'Tap a card, or type its number.',
  cardRead: (reader: string) => `Read from ${reader}.`,
  sentState: {
    saved: (name) => `Saved on this computer: ${name}`,
    sending: (name) => `Saved on this computer: ${name}`,
    sent: (name) => `In the cloud: ${name}`,
    attention: (name) => `Needs attention: ${name}`,
  } satisfies Record<DeliveryState, (name: string) => string>,
  savedBefore: (name: string) =>
    `${name} was already saved by an earlier Send whose answer got lost. What you changed since was not sent: discard it, or press Send to create one more person.`,
  addedAsMember: 'Added as a member',
  sentAsMember: (name: string) => `Added as a member: ${name}`,
  needsEmailToSignIn: 'Can sign in only once an email is given.',
  hints: {
    invited: (name: string) => `Already invited: ${name}.`,
    user: (name: string) => `Already a user here: ${name}.`,
    elsewhere: (name: string, account: string) => `${name} is a user in ${account}.`,
    card: (name: string) => `This card is held by ${name}.`,
    cardBeside: {
      blocked: (name: string) => `This is a blocked card of ${name}.`,
      temporary: (name: string) => `This is a temporary card of ${name}.`,
      ended: (name: string) => `This is a temporary card of ${name} that has ended.`,
    },
    cardReversed: (name: string) =>
      `May be the same card as ${name}’s: the same number, read in the other order.`,
    cardMayBe: (name: string) =>
      `May be the same card as ${name}’s: one number is part of the other.`,
    surface: (name: string) => `This number is on the card of ${name}.`,
  },
  recentTitle: 'Sent just now',
  recentNobody: 'Whoever you send appears here.',
  discardAsk: 'Discard what you typed?',
  discardYes: 'Discard',
  discardNo: 'Keep editing',
  cardOffer: (number: string) => `Replace Card ID by the card just tapped, ${number}?`,
  replace: 'Replace',
  newPerson: 'New person with this card',
  aside: 'Set aside',
  asideUnnamed: 'Person without a name',
  goOn: (name: string) => `Go on with ${name}`,
  keep: 'Keep',
  tapTooShort: (uid: string) =>
    `The card gave only “${uid}”, which is too short for a card number.`,
  problems,
}
