import { describe, expect, it } from 'vitest'
import { emptyCard, typed } from './card-field.ts'
import { type Values, fieldsOf, problemsOf } from './form-rules.ts'

const blank: Values = {
  email: '',
  role: '',
  firstName: '',
  lastName: '',
  organization: '',
  additionalInformation: '',
  surfaceId: '',
}
const notes = (length: number) =>
  problemsOf({ ...aino, additionalInformation: 'x'.repeat(length) }, emptyCard, 'account-admin')
const aino: Values = { ...blank, role: 'user', firstName: ' Aino ', lastName: 'Virtanen' }

describe('problemsOf', () => {
  it('wants a role and, without an email, a name', () => {
    expect(problemsOf(blank, emptyCard, 'account-admin')).toEqual({
      role: { code: 'role-missing', detail: {} },
      firstName: { code: 'name-missing', detail: {} },
    })
  })

  it('is content with an email and a role', () => {
    const values: Values = { ...blank, email: ' käyttäjä@esimerkki.fi ', role: 'user' }
    expect(problemsOf(values, emptyCard, 'account-admin')).toEqual({})
  })

  it('is content with a last name alone', () => {
    expect(
      problemsOf({ ...blank, role: 'user', lastName: '王' }, emptyCard, 'account-admin'),
    ).toEqual({})
  })

  it.each(['aino', 'aino@', 'aino@esimerkki', 'a b@c.fi'])('refuses %j as an email', (email) => {
    expect(problemsOf({ ...aino, email }, emptyCard, 'account-admin')).toMatchObject({
      email: { code: 'email-shape' },
    })
  })

  it('counts notes to 5,000 characters and says the limit', () => {
    expect(notes(5000)).toEqual({})
    expect(notes(5001)).toEqual({
      additionalInformation: { code: 'too-long-text', detail: { max: 5000 } },
    })
  })

  it('says why a card number is not understood', () => {
    expect(problemsOf(aino, typed(emptyCard, '04C43'), 'account-admin')).toEqual({
      cardId: { code: 'odd-digits', detail: { digits: 5 } },
    })
  })

  it('wants a card from an installer only', () => {
    expect(problemsOf(aino, emptyCard, 'installer')).toMatchObject({
      cardId: { code: 'card-missing' },
    })
  })
})

describe('fieldsOf', () => {
  it('trims what was pasted, keeps empty text as "not given" and the card as bytes', () => {
    expect(fieldsOf(aino, typed(emptyCard, '0x1c 78-f2:bf'))).toEqual({
      email: null,
      role: 'user',
      firstName: 'Aino',
      lastName: 'Virtanen',
      organization: '',
      additionalInformation: '',
      cardId: '1C78F2BF',
      surfaceId: '',
    })
  })

  it('makes nothing of a form with a problem', () => {
    expect(fieldsOf({ ...aino, role: '' }, emptyCard)).toBeNull()
    expect(fieldsOf(aino, typed(emptyCard, 'xyz'))).toBeNull()
  })
})
