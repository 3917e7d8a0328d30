import type { ParkedProblem } from '../../../core/operation.ts'
import { form } from './form.ts'
import { words } from './words.ts'

const fieldName = (field: string) =>
  Object.entries(form.fields).find(([key]) => key === field)?.[1] ?? field

/** Why the cloud refused, and what helps. A new code without a sentence does not compile. */
function reason(problem: ParkedProblem): string {
  switch (problem.code) {
    case 'schema':
      return `The cloud does not accept ${fieldName(problem.field)}. Correct it and send again.`
    case 'key.reuse':
      return 'The cloud has other data under the same number. Edit and send it again.'
    case 'stale':
      return 'Somebody changed this person meanwhile. Look at it and send again.'
    case 'gone':
      return 'This person was deleted meanwhile. Discard this, or send it as a new person.'
    case 'registered':
      return 'This person has registered meanwhile; nothing was changed.'
    case 'card.taken':
      return `This card is held by ${problem.holder.name}. Move it here, use another card, or go without one.`
    case 'email.taken':
      return `This email already belongs to ${problem.holder.name}. Correct it or discard this.`
    case 'role.forbidden':
      return problem.allowed.length === 0
        ? 'You may not give roles in this account.'
        : `You may not give this role. Allowed: ${problem.allowed.map((role) => words.roles[role]).join(', ')}.`
    case 'email.forbidden':
      return 'Your role creates people without email. Leave Email empty.'
    case 'card.required':
      return 'Your role creates people with a card. Tap a card and send again.'
    case 'card.refused':
      return problem.reason === 'random'
        ? 'This card number is random and changes with every tap. Use another card.'
        : 'This is only a part of a card number. Tap the card on another reader, or type the whole number.'
    case 'card.step':
      return {
        'not-held':
          'Somebody changed the cards of this person meanwhile: the card is no longer theirs. Look at their cards and discard this.',
        'has-card':
          'This person has another card by now. Look at their cards and discard this, or take the card back.',
        'too-many': 'This person has too many cards. Take some back first.',
      }[problem.reason]
    case 'email.other-role':
      return 'This person has another role in another account, so they cannot join with this email. Use another email or discard this.'
    case 'group.gone':
      return 'The user group was deleted meanwhile. Choose another group or discard this.'
    case 'resource.gone':
      return 'The resource was deleted meanwhile. Choose another one or discard this.'
    case 'schedule.gone':
      return 'The weekly schedule was deleted meanwhile. Choose another one or discard this.'
    case 'forbidden':
      return 'You may not do this in this account. Ask an administrator.'
    case 'conflict.field':
      return `Somebody else changed ${problem.fields.map(fieldName).join(', ')} meanwhile. Look at it and send again.`
    case 'client.bug':
      return 'Tapdesk cannot read this entry any more. It is kept; please report it to support.'
  }
}

export const attention = {
  title: 'Needs attention',
  intro: (count: number) =>
    count === 1
      ? 'The cloud refused one entry. It is safe on this computer until you decide.'
      : `The cloud refused ${count} entries. They are safe on this computer until you decide.`,
  reason,
  edit: 'Edit',
  editOf: (name: string) => `Edit ${name}`,
  discard: 'Discard',
  discardOf: (name: string) => `Discard ${name}`,
  discardAsk: (name: string) => `Give up ${name}? It will not be sent.`,
  discardYes: 'Give up',
  keep: 'Keep',
  editAsk: 'The form holds something that was not sent. Replace it?',
  replace: 'Replace',
  unnamed: 'Person without a name',
}
