import type { CardStep } from '../../../core/card-step.ts'
import type { OtherCard, OtherCardStatus } from '../../../core/other-card.ts'

const done: Record<CardStep['action'], string> = {
  block: 'Saved on this computer: the card is blocked.',
  unblock: 'Saved on this computer: the card is in use again.',
  replace: 'Saved on this computer: the new card is in use.',
  lend: 'Saved on this computer: the temporary card is given.',
  'take-back': 'Saved on this computer: the card is taken back.',
}

const short: Record<OtherCardStatus, string> = {
  blocked: 'Blocked',
  temporary: 'Temporary',
  ended: 'Ended',
}

const why: Record<NonNullable<OtherCard['reason']>, string> = {
  lost: 'Blocked: lost',
  replaced: 'Blocked: replaced',
}

/** The cards of one user: lost, found, replaced, lent, taken back. */
export const userCards = {
  open: 'Cards',
  openOf: (name: string) => `Cards of ${name}`,
  title: (name: string) => `Cards of ${name}`,
  about: 'Tap another card to give it. Nothing is saved until you say so.',
  list: 'Cards',
  none: 'No card.',
  main: 'In use',
  short,
  why,
  until: (when: string) => `Temporary until ${when}`,
  endedAt: (when: string) => `Ended ${when}`,
  lost: 'Card lost',
  found: 'Card found',
  foundNot: 'There is another card in use.',
  replace: 'Replace card',
  give: 'New card',
  lend: 'Temporary card',
  takeBack: 'Take back',
  replaceAsk: 'The old card is blocked with it.',
  lendAsk: 'It ends by itself. The card in use stays as it is.',
  tap: 'Tap the new card, or type its number.',
  cardMissing: 'Tap a card, or type its whole number.',
  end: 'Ends',
  endMissing: 'Choose a day and a time to come.',
  heldBy: (name: string) => `This card is with ${name}.`,
  saveReplace: 'Replace card',
  saveGive: 'Give card',
  saveLend: 'Give temporary card',
  saving: 'Saving …',
  back: 'Back',
  close: 'Close',
  undo: 'Undo',
  undone: 'Taken back. Everything is as before.',
  tooLate: 'Too late to undo: it is on its way. Change it back instead.',
  done,
}
