import { missingName } from '../person.ts'
import { type ListColumn, columnsOf, loneAddress } from './columns.ts'
import { type RosterFields, rosterFields } from './roster.ts'

export type ListProblem =
  | 'name-missing'
  | 'email-malformed'
  | 'email-twice' // `line` of the first
  | 'email-not-allowed' // the signed-in role creates people without email
  | 'too-long'
  | 'not-text' // a character that no keyboard types

export type ListedPerson = {
  /** In the list as it was given, from 1. */
  readonly line: number
  readonly fields: RosterFields
  readonly problem: null | {
    readonly code: ListProblem
    readonly field: keyof RosterFields
    readonly line: number | null
  }
}

export type ReadList = {
  /** Columns that say nothing about a person here: counted from 1, by their names where they have some. */
  readonly unused: readonly { readonly number: number; readonly name: string | null }[]
  readonly people: readonly ListedPerson[]
}

/**
 * People out of the cells of a list; empty lines are no people. `swapped`: first and last names stand the
 * other way round than was thought.
 */
export function readList(
  grid: readonly (readonly string[])[],
  options: { readonly mayInvite: boolean; readonly swapped: boolean },
): ReadList {
  const filled = grid.filter((row) => !isEmpty(row))
  const columns = columnsOf(filled)
  const seen = new Map<string, number>()
  let header = columns.header
  const people: ListedPerson[] = []
  for (const [index, row] of grid.entries()) {
    if (isEmpty(row)) continue
    if (header) {
      header = false
      continue
    }
    const line = index + 1
    const fields = fieldsOf(row, columns.columns, options.swapped)
    const email = fields.email?.toLowerCase() ?? null
    const first = email === null ? null : (seen.get(email) ?? null)
    people.push({ line, fields, problem: problemOf(fields, first, options.mayInvite) })
    if (email !== null && first === null) seen.set(email, line)
  }
  const names = columns.header ? (filled[0] ?? []) : []
  const unused = columns.columns.flatMap((column, index) =>
    column === null ? [{ number: index + 1, name: names[index]?.trim() || null }] : [],
  )
  return { unused, people }
}

function problemOf(
  fields: RosterFields,
  first: number | null,
  mayInvite: boolean,
): ListedPerson['problem'] {
  const missing = missingName(fields)
  if (missing !== null) return { code: 'name-missing', field: missing, line: null }
  const checked = rosterFields.safeParse(fields)
  const [issue] = checked.error?.issues ?? []
  if (issue !== undefined) {
    const field = rosterFields.keyof().safeParse(issue.path[0]).data ?? 'firstName'
    if (field === 'email') return { code: 'email-malformed', field, line: null }
    return { code: issue.code === 'too_big' ? 'too-long' : 'not-text', field, line: null }
  }
  if (first !== null) return { code: 'email-twice', field: 'email', line: first }
  const refused = fields.email !== null && !mayInvite
  return refused ? { code: 'email-not-allowed', field: 'email', line: null } : null
}

function fieldsOf(
  row: readonly string[],
  columns: readonly ListColumn[],
  swapped: boolean,
): RosterFields {
  const address = loneAddress(row)
  if (address !== null) return { ...unknown, email: address }
  const cell = (column: ListColumn) => {
    const index = columns.indexOf(column)
    return index === -1 ? '' : (row[index] ?? '').trim()
  }
  // One name alone where others are cut in two.
  const alone = row.length === 1 && columns.includes('firstName') ? (row[0] ?? '') : cell('name')
  const whole = addressIn(alone)
  const first = addressIn(cell('firstName'))
  const name = nameOf(whole.rest)
  const isAlone = alone !== ''
  const named = {
    firstName: isAlone ? name.firstName : first.rest,
    lastName: isAlone ? name.lastName : cell('lastName'),
  }
  return {
    email: cell('email').replace(/^mailto:/i, '') || (whole.address ?? first.address),
    firstName: swapped ? named.lastName : named.firstName,
    lastName: swapped ? named.firstName : named.lastName,
    organization: cell('organization'),
    additionalInformation: cell('additionalInformation'),
  }
}

const unknown: RosterFields = {
  email: null,
  firstName: '',
  lastName: '',
  organization: '',
  additionalInformation: '',
}

/** "Aino Salo <aino@example.com>", as mail programs write it. */
function addressIn(text: string): { address: string | null; rest: string } {
  const found = /<([^<>\s]+@[^<>\s]+)>/.exec(text)
  if (found === null) return { address: null, rest: text }
  return { address: found[1] ?? null, rest: text.replace(found[0], '').replaceAll('"', '').trim() }
}

/** "Last, First", or first names and a last name. */
function nameOf(text: string): { firstName: string; lastName: string } {
  const [last = '', ...rest] = text.split(',')
  if (rest.length > 0) return { firstName: rest.join(',').trim(), lastName: last.trim() }
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (words.length < 2) return { firstName: words[0] ?? '', lastName: '' }
  return { firstName: words.slice(0, -1).join(' '), lastName: words.at(-1) ?? '' }
}

function isEmpty(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '')
}
