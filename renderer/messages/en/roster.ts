import type { RosterReason, RosterState } from '../../../core/roster/roster.ts'
import type { ListColumn } from '../../../core/roster/columns.ts'
import type { ListProblem } from '../../../core/roster/read-list.ts'
import type { CardRefusal } from '../../../core/card/warnings.ts'

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`)

const column: Record<Exclude<ListColumn, null>, string> = {
  lastName: 'Last name',
  firstName: 'First name',
  name: 'Name',
  email: 'Email',
  organization: 'Member of / organization',
  additionalInformation: 'Additional information',
}

const problem: Record<ListProblem, (line: number) => string> = {
  'name-missing': () => 'Neither name nor email: add one of them.',
  'email-malformed': () => 'Not an email address: it looks like aino@example.com.',
  'email-twice': (line) => `The same email as in row ${line}: leave one of the two out.`,
  'email-not-allowed': () => 'Your role creates people without email: leave the email out.',
  'too-long': () => 'Too long: shorten it.',
  'not-text': () => 'A character that is no text: type it anew.',
}

const state: Record<RosterState, string> = {
  waiting: 'Waiting',
  assigned: 'Enrolled',
  skipped: 'Skipped',
  absent: 'Absent',
  refused: 'Refused',
}

const reason: Record<RosterReason, string> = {
  random: 'Random card number',
  partial: 'Only a part of a card number',
  taken: 'The card belongs to somebody else',
}

const refused: Record<CardRefusal, string> = {
  random: 'This card shows another number with every tap. Use another card.',
  partial: 'Only a part of the card’s number was read. Use another reader.',
}

/** One tap per person, down a list. */
export const roster = {
  title: 'Roster',
  newTitle: 'New list',
  intro:
    'Put a list together; then one tap per person assigns the card, saves, and shows the next name.',
  list: 'Names',
  listHint: 'One per line: a name, “Last, First” or columns.',
  listExample: 'Aino Salo\nVirtanen, Eero\nkaisa@example.com',
  openFile: 'Open a file …',
  fileFailed: 'This file cannot be read. Save it as CSV and open it again.',
  group: 'From a user group',
  noGroup: 'Choose a group …',
  groupEmpty: 'Everybody in this group has a card.',
  listTitle: 'Title',
  titleOf: (date: string) => `List of ${date}`,
  swap: 'Swap first and last names',
  start: (count: number) => `Start with ${people(count)}`,
  startNothing: 'Start',
  leftOut: (count: number) => `${people(count)} left out: see the rows marked.`,
  tooMany: (limit: number) => `A list takes ${limit} people at most: make two of it.`,
  preview: 'Preview',
  previewEmpty: 'Paste names, open a file or choose a group: here you see who they are.',
  previewMore: (count: number) => `and ${people(count)} more`,
  row: 'Row',
  column,
  unused: (names: string) => `Not used: ${names}`,
  columnNumber: (number: number) => `column ${number}`,
  problem,
  problemColumn: 'Problem',
  noProblem: '–',
  lists: 'Lists',
  progress: (done: number, total: number) => `${done} of ${total}`,
  goOn: 'Go on',
  goOnWith: (title: string) => `Go on with ${title}`,
  summaryOf: (title: string) => `Summary of ${title}`,
  summary: 'Summary',
  finishedOn: 'Finished',
  pause: 'Pause list',
  finish: 'Finish',
  next: 'Next person',
  prompt: 'Lay the card on the reader',
  replaces: (card: string) => `Has the card ${card}; a tap replaces it.`,
  everybody: 'Everybody has had a turn',
  everybodyHint: 'Go back to whoever was passed over, or finish.',
  back: 'Back',
  skip: 'Skip',
  absent: 'Absent',
  undo: 'Undo',
  following: 'Then',
  recent: 'Done',
  taken: (name: string) => `This card belongs to ${name}`,
  takenHint: 'Lay another card, or take it from there.',
  takenOther: 'Lay another card.',
  move: 'Move it here',
  refused,
  perMinute: (pace: string) => `${pace} per minute`,
  left: (minutes: number) =>
    minutes < 1 ? 'less than a minute left' : `about ${minutes} min left`,
  saved: (name: string) => `Saved on this computer: ${name}`,
  counts: {
    waiting: 'Waiting',
    assigned: 'Enrolled',
    skipped: 'Skipped',
    absent: 'Absent',
    refused: 'Refused',
  },
  state,
  reason,
  person: 'Name',
  stateColumn: 'State',
  card: 'Card',
  surface: 'Surface ID',
  when: 'When',
  print: 'Print',
  goOnAgain: 'Go on with this list',
  newList: 'New list',
  loading: 'Reading the list …',
}
