import { describe, expect, it } from 'vitest'
import { strictPolicy } from '../../core/card/warnings.ts'
import type { PersonFields } from '../../core/person.ts'
import type { Role } from '../../core/role.ts'
import { checkChange, checkPerson } from './person-rules.ts'

const named: PersonFields = {
  email: null,
  role: 'user',
  firstName: 'Ada',
  lastName: '',
  organization: '',
  additionalInformation: '',
  cardId: null,
  surfaceId: '',
  regionId: null,
}
const card = '04A1B2C3D4E680'
const rules = { policy: strictPolicy, hasRegions: true }
const regionId = '018f0000-0000-7000-8000-0000000000aa'

describe('what a desk accepts', () => {
  it.each<[string, Role, Partial<PersonFields>]>([
    ['an admin gives any role', 'account-admin', { role: 'account-admin' }],
    [
      'an admin invites by email without a name',
      'account-admin',
      { email: 'a@b.test', firstName: '' },
    ],
    ['a regional admin gives the regional role', 'regional-admin', { role: 'regional-admin' }],
    ['an admin gives it for a region', 'account-admin', { role: 'regional-admin', regionId }],
    ['a last name is enough', 'account-admin', { firstName: '', lastName: 'Lovelace' }],
    ['an installer hands out a card', 'installer', { cardId: card }],
  ])('%s', (_what, by, fields) => {
    expect(checkPerson(by, { ...named, ...fields }, rules)).toMatchObject({ ok: true })
  })

  it.each<[string, Role, Partial<PersonFields>, string, string]>([
    [
      'nobody without name and email',
      'account-admin',
      { firstName: '' },
      'name-missing',
      'firstName',
    ],
    [
      'no account admin from a regional admin',
      'regional-admin',
      { role: 'account-admin' },
      'role-not-allowed',
      'role',
    ],
    [
      'no other role than User from an installer',
      'installer',
      { role: 'installer', cardId: card },
      'role-not-allowed',
      'role',
    ],
    [
      'no email from an installer',
      'installer',
      { email: 'a@b.test', cardId: card },
      'email-not-allowed',
      'email',
    ],
    ['nobody without a card from an installer', 'installer', {}, 'card-missing', 'cardId'],
    [
      'no card whose number is random',
      'account-admin',
      { cardId: '083D775E' },
      'card-random',
      'cardId',
    ],
    [
      'no card of which only a part is known',
      'installer',
      { cardId: '8804C43B' },
      'card-partial',
      'cardId',
    ],
    [
      'no regional admin of no region',
      'account-admin',
      { role: 'regional-admin' },
      'region-missing',
      'regionId',
    ],
    ['nothing from a person without a desk', 'user', {}, 'role-not-allowed', 'role'],
  ])('%s', (_what, by, fields, code, field) => {
    expect(checkPerson(by, { ...named, ...fields }, rules)).toEqual({
      ok: false,
      code,
      field,
    })
  })
})

describe('a change at the desk', () => {
  const code = (by: Role, before: Partial<PersonFields>, set: Partial<PersonFields>) => {
    const was = { ...named, cardId: card, ...before }
    const checked = checkChange(by, was, { ...was, ...set }, rules)
    return checked.ok ? 'ok' : checked.code
  }

  it('leaves an email that is there to whoever may not give one', () => {
    const email = 'a@b.test'
    expect(code('installer', { email }, { organization: 'X' })).toBe('ok')
    expect(code('installer', {}, { email })).toBe('email-not-allowed')
    expect(code('installer', { email }, { cardId: null })).toBe('card-missing')
  })

  it('leaves a card that is held already, and refuses it as a new one', () => {
    const random = '083D775E'
    expect(code('account-admin', { cardId: random }, { organization: 'X' })).toBe('ok')
    expect(code('account-admin', {}, { cardId: random })).toBe('card-random')
  })

  it('needs a name only without an email', () => {
    expect(code('account-admin', { email: 'a@b.test' }, { firstName: '' })).toBe('ok')
    expect(code('account-admin', {}, { firstName: '' })).toBe('name-missing')
  })

  it('is not made to people of a higher role, not even to a lower one', () => {
    expect(code('regional-admin', { role: 'account-admin' }, { role: 'user' })).toBe(
      'role-not-allowed',
    )
  })
})
