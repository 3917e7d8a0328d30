import { type ParkedProblem, isOutside } from '../../../core/operation.ts'
import type { RemedyWord } from '../../screens/user-invitations/remedy-offers.ts'
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
      return 'Somebody changed this person meanwhile. Look at it and send again, or discard this.'
    case 'gone':
      return 'This person was deleted meanwhile. Create them anew, or discard this.'
    case 'registered':
      return 'This person has registered meanwhile; nothing was changed.'
    case 'card.taken':
      return isOutside(problem)
        ? 'This card belongs to someone outside your region. Use another card, or go without one.'
        : `This card is held by ${problem.holder.name || 'somebody else'}. Move it here, use another card, or go without one.`
    case 'email.taken':
      return isOutside(problem)
        ? 'This email belongs to someone outside your region. Use another one, go without, or discard this.'
        : `This email already belongs to ${problem.holder.name || 'somebody else'}. Use another one, go without, or discard this.`
    case 'role.forbidden':
      return problem.allowed.length === 0
        ? 'You may not give roles in this account.'
        : `You may not give this role. Allowed: ${problem.allowed.map((role) => words.roles[role]).join(', ')}.`
    case 'region.required':
      return `A Regional Admin is for one region. Choose a ${form.fields.regionId} and send again.`
    case 'region.gone':
      return `The region was deleted meanwhile. Choose another ${form.fields.regionId} and send again.`
    case 'region.forbidden':
      return 'You may give your own region only. An Account Admin may give others: hand it over, or discard this.'
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
      return 'This person has another role in another account, so they cannot join with this email. Use another email, go without, or discard this.'
    case 'group.gone':
      return 'The user group was deleted meanwhile. Choose another group, or go without it.'
    case 'resource.gone':
      return 'The resource was deleted meanwhile. Go on without it, or discard this.'
    case 'schedule.gone':
      return 'The weekly schedule was deleted meanwhile. Go on without the rights that follow it, or discard this.'
    case 'forbidden':
      return 'You may not do this in this account. An Account Admin may: hand it over to one who works at this computer, keep it until your role is changed, or discard it.'
    case 'conflict.field':
      return `Somebody else changed ${problem.fields.map(fieldName).join(', ')} meanwhile. Keep yours, take theirs, or edit.`
    case 'restored':
      return 'You deleted this person, but the cloud was put back to a backup from before, so they are there again. Delete them again, or discard this and keep them.'
    case 'client.bug':
      return 'Tapdesk cannot read this entry any more. It is kept; please report this number to support:'
  }
}

/** The same for many entries, where one of them would name something of its own. */
function reasonOfMany(problem: ParkedProblem): string {
  if (problem.code === 'card.taken')
    return 'These cards are held by others. Move them, use other cards, or go without.'
  if (problem.code === 'email.taken')
    return 'These emails already belong to others. Correct them, or go without.'
  if (problem.code === 'conflict.field')
    return 'Somebody else changed the same fields meanwhile. Keep yours, or take theirs.'
  return reason(problem)
}

const remedies: Record<RemedyWord, string> = {
  mine: 'Keep mine',
  theirs: 'Take theirs',
  again: 'Send again',
  deleteAnyway: 'Delete anyway',
  deleteAgain: 'Delete again',
  anew: 'Create anew',
  withoutIt: 'Without it',
  withoutGroup: 'Without the group',
  withoutEmail: 'Without email',
  withoutCard: 'Without card',
  user: 'As User',
  installer: 'As Installer',
  'regional-admin': 'As Regional Admin',
  'account-admin': 'As Account Admin',
}

export const attention = {
  title: 'Needs attention',
  intro: (count: number) =>
    count === 1
      ? 'The cloud refused one entry. It is safe on this computer until you decide.'
      : `The cloud refused ${count} entries. They are safe on this computer until you decide.`,
  reason,
  goneOrElsewhere:
    'This person was deleted meanwhile, or is of another region now. Create them anew, or discard this.',
  reasonOfMany,
  remedies,
  remedyOf: (remedy: string, whom: string) => `${remedy}: ${whom}`,
  all: (count: number) => `All ${count}`,
  showMore: (more: number, left: number) => `Show ${more} more of ${left}`,
  left: (count: number) =>
    count === 1
      ? 'One of them needs a decision of its own; it is still here.'
      : `${count} of them need a decision of their own; they are still here.`,
  changedBy: (by: string, at: string) => `Changed by ${by}, ${at}.`,
  deletedBy: (by: string, at: string) => `Deleted by ${by}, ${at}.`,
  valuesOf: (name: string) => `Values of ${name}`,
  field: 'Field',
  mine: 'Mine',
  theirs: 'Theirs',
  otherGroup: 'Other user group',
  groupOf: (whom: string) => `Other user group: ${whom}`,
  moveToGroup: 'Move to group',
  moveToGroupOf: (whom: string) => `Move to group: ${whom}`,
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
