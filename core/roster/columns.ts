/** What a column of a list holds; `name` is "First Last" or "Last, First", null is not used. */
export type ListColumn =
  'lastName' | 'firstName' | 'name' | 'email' | 'organization' | 'additionalInformation' | null

export type Columns = {
  readonly columns: readonly ListColumn[]
  /** The first line names the columns. */
  readonly header: boolean
}

/** By the names in the first line, English or Finnish; without any, by what stands in the cells. */
export function columnsOf(grid: readonly (readonly string[])[]): Columns {
  const [first = []] = grid
  const named = first.map((cell) => columnNames.get(folded(cell)) ?? null)
  const isHeader = named.some((column) => column !== null) && !first.some(hasAt)
  if (isHeader) return { columns: onlyOnce(named), header: true }
  const width = Math.max(0, ...grid.map((row) => row.length))
  // Among names an address by itself tells nothing of columns.
  const telling = grid.filter((row) => loneAddress(row) === null)
  return { columns: guessed(telling.length === 0 ? grid : telling, width), header: false }
}

/** The order of the service's own import file. */
export const importOrder = [
  'lastName',
  'firstName',
  'email',
  'additionalInformation',
  'organization',
] as const

function guessed(grid: readonly (readonly string[])[], width: number): ListColumn[] {
  const email = fullest(grid, width)
  const isImport = email === 2 || (email === -1 && width >= importOrder.length)
  if (isImport) return Array.from({ length: width }, (_, index) => importOrder[index] ?? null)
  const names = email === -1 ? Math.min(width, 2) : email
  const before: ListColumn[] = names === 1 ? ['name'] : ['lastName', 'firstName']
  const columns = Array.from({ length: width }, (_, index): ListColumn => {
    if (index === email) return 'email'
    if (index < names) return before[index] ?? null
    const after = index - names - (email === -1 ? 0 : 1)
    return after === 0 && email !== 0 ? 'organization' : null
  })
  // "aino@example.com; Aino Salo"
  if (email === 0 && width > 1) columns[1] = 'name'
  return columns
}

/** The column with the most addresses; -1: no cell has one. */
function fullest(grid: readonly (readonly string[])[], width: number): number {
  const counts = Array.from(
    { length: width },
    (_, index) => grid.filter((row) => hasAt(row[index] ?? '')).length,
  )
  const most = Math.max(0, ...counts)
  return most === 0 ? -1 : counts.indexOf(most)
}

/** The only thing in its row, wherever it stands; null: there is more, or no address. */
export function loneAddress(row: readonly string[]): string | null {
  const [only = '', ...more] = row.filter((cell) => cell.trim() !== '')
  return more.length === 0 && hasAt(only) ? only.trim().replace(/^mailto:/i, '') : null
}

/** "Aino Salo <aino@example.com>" is a name. */
const hasAt = (cell: string) => cell.includes('@') && !cell.includes('<')

function onlyOnce(columns: readonly ListColumn[]): ListColumn[] {
  return columns.map((column, index) => (columns.indexOf(column) === index ? column : null))
}

/** Upper case, spaces and punctuation say nothing. */
function folded(cell: string): string {
  return cell.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const names: Record<Exclude<ListColumn, null>, string> = {
  lastName: 'lastname surname familyname sukunimi',
  firstName: 'firstname givenname forename etunimi etunimet',
  name: 'name fullname nimi kokonimi',
  email: 'email emailaddress mail sähköposti sähköpostiosoite sposti',
  organization:
    'organisation organization company memberof memberoforganization organisaatio yritys',
  additionalInformation: 'additionalinfo additionalinformation info notes lisätiedot lisätieto',
}

const columnNames = new Map(
  Object.entries(names).flatMap(([column, written]) =>
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the record above
    written.split(' ').map((name) => [name, column as ListColumn] as const),
  ),
)
