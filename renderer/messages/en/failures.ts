import { apiVersion } from '../../../contracts/api-version.ts'
import type { Failure } from '../../../contracts/result.ts'
import type { StoreRefusal } from '../../../core/session.ts'
import type { FailureCode } from '../failure-code.ts'
import { refusals } from './refusals.ts'

type Sentence = (failure: Failure) => string

const refusal = (code: StoreRefusal): Sentence => {
  const { happened, safe, todo } = refusals[code]
  return () => `${happened}; ${safe}. To go on, ${todo}.`
}

function wait(failure: Failure): string {
  const seconds = failure.detail?.['retryInSeconds']
  if (typeof seconds !== 'number') return 'a few minutes'
  if (seconds < 90) return `${Math.max(1, Math.ceil(seconds))} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

/** One entry per code of the contract: a code without a sentence does not compile. */
export const failures = {
  malformed: ({ field }) =>
    `Something in ${field ?? 'the form'} cannot be understood; nothing was changed. Correct it and try again.`,
  forbidden: () => 'This window may not ask for that; nothing was changed. Restart Tapdesk.',
  unavailable: () =>
    'A part of Tapdesk is being started again; what was saved is safe. Try again in a moment.',

  locked: () => 'This desk is locked; nothing was changed. Unlock it first.',
  'wrong-pin': (failure) =>
    failure.detail === undefined
      ? 'This is not your PIN. Try again.'
      : `This is not your PIN. Try again in ${wait(failure)}.`,
  'no-pin': () => 'No PIN is set at this desk. Use your password, or sign out and in again.',
  'pin-too-simple': () =>
    'This PIN is guessed first of all; nothing was changed. Use other digits than a row like 1234 or 0000.',
  'not-recognised': () =>
    'This computer has not recognised you; the desk stays locked. Try again, or use your PIN.',

  'wrong-password': () =>
    'This email and password do not belong together; nothing was changed. Try again.',
  'code-needed': () =>
    'Your password is right; give the code of your authenticator app, or a recovery code, too.',
  'code-wrong': () =>
    'This code is wrong, or was used before; nothing was changed. Give the code that your app shows now.',
  'second-factor-changed': () =>
    'Your two-step sign-in has changed meanwhile; nothing was done. Look at it again.',
  'cloud-away': () =>
    'The cloud does not answer; what is on this computer is safe. Check the network or the address and try again.',
  'cloud-proxy': () =>
    'The proxy of this network does not let Tapdesk through; nothing was changed. Ask whoever manages the network to allow this address.',
  'cloud-certificate': () =>
    'The certificate of this address is not trusted on this computer, so nothing was sent. If your network inspects connections, its certificate has to be installed here; otherwise check the address.',
  'cloud-date': () =>
    'The certificate of this address is not valid on the date of this computer, so nothing was sent. Check date and time of this computer.',
  'not-a-cloud': () =>
    'Another page answers at this address, not a Tapdesk cloud. If this network wants a sign-in in a browser first, do that and try again; otherwise check the address.',
  'bad-address': () =>
    'This is not an address of a cloud; nothing was sent. It looks like https://cloud.example.com.',
  'too-many-attempts': (failure) =>
    `Too many attempts; nothing was changed. Try again in ${wait(failure)}.`,
  'no-account': () =>
    'You were recognised, but have no role that may use a desk. Ask an administrator of the account.',
  'account-inactive': () =>
    'You were recognised, but the account is switched off. Ask whoever manages the service to switch it on.',
  'cloud-trouble': () =>
    'The cloud answers with an error; what is on this computer is safe. Try again in a few minutes.',
  upgrade: ({ detail }) =>
    Number(detail?.['cloudApi'] ?? apiVersion) < apiVersion
      ? 'The cloud is older than this Tapdesk; what is on this computer is safe. Ask whoever runs the cloud to update it.'
      : 'This version of Tapdesk and the cloud do not understand each other; what is on this computer is safe. Install the newest version.',
  'way-not-offered': () =>
    'This cloud does not sign anybody in through a browser any more; nothing was changed. Use your password.',
  'browser-not-opened': () =>
    'This computer did not open a browser; nothing was changed. Set a standard browser and try again, or use your password.',
  'browser-port-taken': () =>
    'Another program stands where the browser would come back to; nothing was changed. Close other programs and try again, or use your password.',
  'browser-timeout': () =>
    'The browser did not come back within five minutes; nothing was changed. Try again, or use your password.',
  'browser-denied': () =>
    'The sign-in was refused or stopped in the browser; nothing was changed. Try again, or use your password.',
  'browser-cancelled': () => 'The sign-in in the browser was called off; nothing was changed.',
  'provider-away': () =>
    'The cloud does not reach the sign-in service; nothing was changed. Try again in a few minutes, or use your password.',
  'provider-refused': () =>
    'What the sign-in service said does not prove who you are; nothing was changed. Try again, or use your password.',
  'email-unverified': () =>
    'The sign-in service has not made sure that your email is yours; nothing was changed. Confirm it there and try again, or use your password.',
  'person-unknown': () =>
    'You were recognised, but nobody in this cloud signs in with you at that service; nothing was changed. Ask an administrator of the account, or use your password.',
  'other-person': () =>
    'Somebody else is signed in in the browser; nothing was changed. Sign out there and try again, or use your password.',
  'demo-failed': () =>
    'The built-in cloud could not be started; nothing was changed. Restart Tapdesk and try again.',

  'not-held': () =>
    'This card is not with this person any more; nothing was changed. Look at their cards again.',
  'has-card': () =>
    'This person has this card, or another main card, already; nothing was changed. Replace that one, or take this one back.',
  'too-many': () => 'This person has too many cards; nothing was changed. Take some back first.',
  'card-held': ({ detail }) =>
    `This card is with ${detail?.['name'] || 'somebody else'}; nothing was changed. Use another card.`,
  'end-passed': () => 'This end has passed already; nothing was changed. Choose a later one.',
  'cards-not-allowed': () =>
    'Your role may not change the cards of this person; nothing was changed. Ask an administrator.',

  'desks-not-allowed': () =>
    'Your role may not see where others are signed in. Ask an Account Admin.',
  'audit-not-allowed': () => 'Your role may not read the audit log. Ask an Account Admin.',
  'log-not-allowed': () => 'Your role may not read the desk log. Ask an administrator.',

  gone: () => 'This person was deleted meanwhile; nothing was changed.',
  registered: () => 'This person has registered meanwhile; nothing was changed.',
  'not-sent': () =>
    'This invitation has not reached the cloud yet; it is safe on this computer. Try again when it has.',
  expired: () => 'This invitation has expired, and its links with it. Send it again first.',
  'sign-in-needed': () => 'The cloud wants you to sign in again; what was saved is safe.',

  'profile-not-allowed': () =>
    'Only an Account Admin may change the card profile; nothing was changed.',
  'profile-changed': () =>
    'Somebody else has changed the account’s settings meanwhile; nothing was saved. Look at them and save again.',

  'signed-out': () => 'Nobody is signed in any more; what was saved is safe. Sign in again.',
  invalid: () => 'This cannot be accepted as it is; nothing was saved. Correct it and try again.',
  'name-missing': () => 'Without an email, give at least a first or a last name.',
  'role-not-allowed': () => 'Your role may not give this role. Choose another one.',
  'region-missing': () => 'A Regional Admin is for one region. Choose a Region.',
  'email-not-allowed': () => 'Your role creates people without email. Leave Email empty.',
  'card-missing': () => 'Your role creates people with a card. Tap a card or type its number.',
  'card-random': () =>
    'This card number is random and changes with every tap; nothing was saved. Use another card.',
  'card-partial': () =>
    'This is only a part of a card number; nothing was saved. Use another reader or type the whole number.',
  'move-not-allowed': () =>
    'You may not take this card from its holder; nothing was saved. Ask an Account Admin, or use another card.',
  'not-parked': () => 'This has been decided already; nothing was changed.',

  'database-newer': refusal('database-newer'),
  'database-damaged': refusal('database-damaged'),
  'read-only': refusal('read-only'),
  'disk-full': refusal('disk-full'),
  'not-durable': refusal('not-durable'),
  'not-written': () => 'The file was not written. Choose another folder.',
  'in-use': refusal('in-use'),
} satisfies Record<FailureCode, Sentence>
