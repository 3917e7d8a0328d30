import { describe, expect, it } from 'vitest'
import { anyCard, strictPolicy } from '../../core/card/warnings.ts'
import { emptyCard, tapped, typed } from './card-field.ts'
import { type Values, fieldsOf, problemsOf } from './form-rules.ts'

const blank: Values = {
  email: '',
  role: '',
  firstName: '',
  lastName: '',
  organization: '',
  additionalInformation: '',
  surfaceId: '',
  regionId: '',
}
const notes = (length: number) =>
  problemsOf({ ...aino, additionalInformation: 'x'.repeat(length) }, emptyCard, {
    by: 'account-admin',
    policy: strictPolicy,
  })
const aino: Values = { ...blank, role: 'user', firstName: ' Aino ', lastName: 'Virtanen' }

describe('problemsOf', () => {
  it('wants a role and, without an email, a name', () => {
    expect(problemsOf(blank, emptyCard, { by: 'account-admin', policy: strictPolicy })).toEqual({
      role: { code: 'role-missing', detail: {} },
      firstName: { code: 'name-missing', detail: {} },
    })
  })

  it('is content with an email and a role', () => {
    const values: Values = { ...blank, email: ' käyttäjä@esimerkki.fi ', role: 'user' }
    expect(problemsOf(values, emptyCard, { by: 'account-admin', policy: strictPolicy })).toEqual({})
  })

  it('is content with a last name alone', () => {
    expect(
      problemsOf({ ...blank, role: 'user', lastName: '王' }, emptyCard, {
        by: 'account-admin',
        policy: strictPolicy,
      }),
    ).toEqual({})
  })

  it.each(['aino', 'aino@', 'aino@esimerkki', 'a b@c.fi'])('refuses %j as an email', (email) => {
    expect(
      problemsOf({ ...aino, email }, emptyCard, { by: 'account-admin', policy: strictPolicy }),
    ).toMatchObject({
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
    expect(
      problemsOf(aino, typed(emptyCard, '04C43'), { by: 'account-admin', policy: strictPolicy }),
    ).toEqual({
      cardId: { code: 'odd-digits', detail: { digits: 5 } },
    })
  })

  it.each([
    ['083D775E', 'card-random'],
    ['8804C43B', 'card-partial'],
  ])('refuses %s, unless the account allows it or the person holds it', (uid, code) => {
    const card = typed(emptyCard, uid)
    expect(problemsOf(aino, card, { by: 'account-admin', policy: strictPolicy })).toEqual({
      cardId: { code, detail: {} },
    })
    expect(problemsOf(aino, card, { by: 'account-admin', policy: anyCard })).toEqual({})
  })

  it('refuses a random number that only the ATR of the tap gives away', () => {
    const tap = { uid: '8024A937', atr: '3B8180018080', reader: 'Reader', ndefText: null }
    const { card } = tapped(emptyCard, tap)
    expect(problemsOf(aino, card, { by: 'account-admin', policy: strictPolicy })).toMatchObject({
      cardId: { code: 'card-random' },
    })
    expect(
      problemsOf(aino, typed(emptyCard, tap.uid), { by: 'account-admin', policy: strictPolicy }),
    ).toEqual({})
  })

  it('wants a card from an installer only', () => {
    expect(problemsOf(aino, emptyCard, { by: 'installer', policy: strictPolicy })).toMatchObject({
      cardId: { code: 'card-missing' },
    })
  })
})

describe('a region', () => {
  const regions = [{ id: '018f0000-0000-7000-8000-0000000000aa', name: 'North' }]
  const admin = { by: 'account-admin', policy: strictPolicy, regions } as const
  const aina: Values = { ...aino, role: 'regional-admin' }

  it('is asked of an Account Admin for a Regional Admin, and of nobody else', () => {
    expect(problemsOf(aina, emptyCard, admin)).toEqual({
      regionId: { code: 'region-missing', detail: {} },
    })
    const chosen = { ...aina, regionId: regions[0]?.id ?? '' }
    expect(problemsOf(chosen, emptyCard, admin)).toEqual({})
    expect(fieldsOf(chosen, emptyCard)?.regionId).toBe(regions[0]?.id)
    expect(problemsOf(aino, emptyCard, admin)).toEqual({})
    expect(problemsOf(aina, emptyCard, { ...admin, by: 'regional-admin' })).toEqual({})
  })

  it('that there is none of yet is said, and of a cloud without regions it is not asked', () => {
    expect(problemsOf(aina, emptyCard, { ...admin, regions: [] })).toEqual({
      regionId: { code: 'region-none', detail: {} },
    })
    expect(problemsOf(aina, emptyCard, { by: 'account-admin', policy: strictPolicy })).toEqual({})
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
      regionId: null,
    })
  })

  it('makes nothing of a form with a problem', () => {
    expect(fieldsOf({ ...aino, role: '' }, emptyCard)).toBeNull()
    expect(fieldsOf(aino, typed(emptyCard, 'xyz'))).toBeNull()
  })
})
