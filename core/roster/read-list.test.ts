import { describe, expect, it } from 'vitest'
import { readList } from './read-list.ts'

const options = { mayInvite: true, swapped: false }
const read = (...rows: string[][]) => readList(rows, options).people
const named = (...rows: string[][]) =>
  read(...rows).map(({ fields: { firstName, lastName, email } }) => [firstName, lastName, email])

describe('a list of people', () => {
  it('reads names one a line, whichever way round they are written', () => {
    expect(named(['Aino Salo'], ['Virtanen', ' Eero'], ['Kaisa Maria Korhonen'], [''])).toEqual([
      ['Aino', 'Salo', null],
      ['Eero', 'Virtanen', null],
      ['Kaisa Maria', 'Korhonen', null],
    ])
    expect(named(['Cher'], ['van Gogh, Vincent'])).toEqual([
      ['Cher', '', null],
      ['Vincent', 'van Gogh', null],
    ])
  })

  it('finds the address in what mail programs write, and bare ones', () => {
    expect(named(['"Salo, Aino" <aino@example.com>'])).toEqual([
      ['Aino', 'Salo', 'aino@example.com'],
    ])
    expect(named(['Salo', 'Aino <aino@example.com>'])).toEqual([
      ['Aino', 'Salo', 'aino@example.com'],
    ])
    expect(named(['kaisa@example.com'])).toEqual([['', '', 'kaisa@example.com']])
    expect(
      named(['Aino Salo'], ['Virtanen', ' Eero'], ['kaisa@example.com'], ['Mikko Järvinen']),
    ).toEqual([
      ['Aino', 'Salo', null],
      ['Eero', 'Virtanen', null],
      ['', '', 'kaisa@example.com'],
      ['Mikko', 'Järvinen', null],
    ])
    expect(named(['kaisa@example.com', 'Kaisa Korhonen'])).toEqual([
      ['Kaisa', 'Korhonen', 'kaisa@example.com'],
    ])
  })

  it('reads the columns of the service’s own import file', () => {
    const [person] = read([
      'Salo',
      'Aino',
      'aino@example.com',
      'Badge at noon',
      'Harbour',
      '0477688511',
      '',
      '2025-09-12T00:00:00+02:00',
      '',
    ])
    expect(person?.fields).toEqual({
      firstName: 'Aino',
      lastName: 'Salo',
      email: 'aino@example.com',
      additionalInformation: 'Badge at noon',
      organization: 'Harbour',
    })
  })

  it('goes by the names of the columns, in English and in Finnish', () => {
    const expected = { firstName: 'Aino', lastName: 'Salo', organization: 'Satama' }
    const english = read(['Company', 'First name', 'Surname'], ['Satama', 'Aino', 'Salo'])
    const finnish = read(['Yritys', 'ETUNIMI', 'Sukunimi'], ['Satama', 'Aino', 'Salo'])
    expect([english[0]?.fields, finnish[0]?.fields]).toMatchObject([expected, expected])
    expect(english[0]?.line).toBe(2)
  })

  it('says which columns it does not use', () => {
    const { unused } = readList([['lastName', 'cardId', 'firstName', '']], options)
    expect(unused).toEqual([
      { number: 2, name: 'cardId' },
      { number: 4, name: null },
    ])
  })

  it('turns names round when told that they stand the other way', () => {
    const { people } = readList([['Aino', 'Salo']], { ...options, swapped: true })
    expect(people[0]?.fields).toMatchObject({ firstName: 'Aino', lastName: 'Salo' })
  })

  it('names the field and the row of whatever is wrong', () => {
    const people = read(
      ['name', 'email', 'organization'],
      ['Aino Salo', 'aino@', ''],
      ['', '', 'Harbour'],
      ['Bo', 'bo@example.com', ''],
      ['Bo again', 'BO@example.com', ''],
      ['x'.repeat(101), '', ''],
      ['Nul\0', '', ''],
    )
    expect(people.map(({ problem }) => problem)).toEqual([
      { code: 'email-malformed', field: 'email', line: null },
      { code: 'name-missing', field: 'firstName', line: null },
      null,
      { code: 'email-twice', field: 'email', line: 4 },
      { code: 'too-long', field: 'firstName', line: null },
      { code: 'not-text', field: 'firstName', line: null },
    ])
  })

  it('refuses emails where the role creates people without', () => {
    const rows = [['Aino Salo', 'aino@example.com']]
    const { people } = readList(rows, { mayInvite: false, swapped: false })
    expect(people[0]?.problem?.code).toBe('email-not-allowed')
  })
})
