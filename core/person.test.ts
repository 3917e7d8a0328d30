import { describe, expect, it } from 'vitest'
import { email, fullName, kindOf, missingName, personFields } from './person.ts'

const fields = {
  email: null,
  role: 'user',
  firstName: '',
  lastName: '',
  organization: '',
  additionalInformation: '',
  cardId: null,
  surfaceId: '',
} as const

describe('a person', () => {
  it.each([
    'anna@example.com',
    'anna.o’neill+desk@example.co.uk',
    'käyttäjä@esimerkki.fi',
    '用户@例子.广告',
    'δοκιμή@παράδειγμα.ελ',
    ' padded@example.com ',
  ])('may have the address %s', (address) => {
    expect(email.parse(address)).toBe(address.trim())
  })

  it.each([
    'anna',
    'anna@',
    '@example.com',
    'anna@example',
    'an na@example.com',
    'a@b@c.fi',
    'a@b..fi',
    'a\u0007@b.fi',
  ])('is refused with the address %j', (address) => {
    expect(email.safeParse(address).success).toBe(false)
  })

  it('without email is a user at once and needs at least one of the names', () => {
    expect(kindOf(fields)).toBe('user')
    expect(missingName(fields)).toBe('firstName')
    expect(missingName({ ...fields, lastName: 'Salo' })).toBeNull()
    expect(missingName({ ...fields, email: 'a@b.fi' })).toBeNull()
  })

  it('may carry 5,000 characters of notes in any script, and not one more', () => {
    const notes = '漢'.repeat(5000)
    expect(
      personFields.parse({ ...fields, additionalInformation: notes }).additionalInformation,
    ).toBe(notes)
    const more = personFields.safeParse({ ...fields, additionalInformation: `${notes}漢` })
    expect(more.error?.issues[0]?.path).toEqual(['additionalInformation'])
  })

  it('is called by whichever names are known', () => {
    expect(fullName({ firstName: 'Aino', lastName: 'Salo' })).toBe('Aino Salo')
    expect(fullName({ firstName: '', lastName: 'Salo' })).toBe('Salo')
  })
})
