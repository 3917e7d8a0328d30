import type { CardRefusal } from '../../../core/card/warnings.ts'

const cards = (count: string) => (count === '1' ? '1 card' : `${count} cards`)

const refused: Record<CardRefusal, string> = {
  random: 'Random number: this card shows another one next time. Use another card.',
  partial: 'Part of a number: use another reader or another card.',
}

export const scan = {
  title: 'Quick scan',
  newTitle: 'New quick scan',
  intro:
    'For cards whose people are not known yet. Each card you lay on the reader gets the next label: write it on the card. You choose the people later.',
  prefix: 'Label begins with',
  prefixHint: 'May be empty.',
  first: 'First number',
  firstHint: 'Zeros in front stay: 0001, 0002 …',
  firstProblem: 'Only the digits 0–9.',
  firstLabel: 'First label:',
  start: 'Start scanning',
  label: 'Label',
  begin: 'Lay a card',
  beginHint: 'on the reader. Its label appears here.',
  lastOne: (card: string) => `The last card: ${card}`,
  write: (card: string) => `Write this on the card ${card}. It is saved.`,
  again: (card: string) => `The card ${card} has this label already. No number was used.`,
  held: (card: string) => `has the card ${card}. It needs no label.`,
  noLabel: 'No label',
  refused,
  full: 'The digits are used up: finish, and start with more of them.',
  next: (label: string) => `Next: ${label}`,
  undo: 'Undo last',
  finish: 'Finish scan',
  done: 'Scan finished',
  doneHint: 'Find them under Unknown cards, and under “Choose a scanned card” for every person.',
  resume: 'Go on scanning',
  another: 'New quick scan',
  count: cards,
  recent: 'Scanned last',
  fileName: (day: string) => `cards-${day}.csv`,
  columns: [
    'Label',
    'Card ID',
    'Hexadecimal',
    'Decimal',
    'Decimal, reversed bytes',
    'Person',
    'Reader',
    'Scanned',
  ],
}
