import { describe, expect, it } from 'vitest'
import type { PersonFields } from '../../core/person.ts'
import type { Role } from '../../core/role.ts'
import { checkPerson } from './person-rules.ts'

const named: PersonFields = {
  email: null,
  role: 'user',
  firstName: 'Ada',
  lastName: '',
  organization: '',
  additionalInformation: '',
  cardId: null,
  surfaceId: '',
}
const card = '04A1B2C3D4E680'

describe('what a desk accepts', () => {
  it.each<[string, Role, Partial<PersonFields>]>([
    ['an admin gives any role', 'account-admin', { role: 'account-admin' }],
    [
      'an admin invites by email without a name',
      'account-admin',
      { email: 'a@b.test', firstName: '' },
    ],
    ['a regional admin gives the regional role', 'regional-admin', { role: 'regional-admin' }],
    ['a last name is enough', 'account-admin', { firstName: '', lastName: 'Lovelace' }],
    ['an installer hands out a card', 'installer', { cardId: card }],
  ])('%s', (_what, by, fields) => {
    expect(checkPerson(by, { ...named, ...fields })).toMatchObject({ ok: true })
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
    ['nothing from a person without a desk', 'user', {}, 'role-not-allowed', 'role'],
  ])('%s', (_what, by, fields, code, field) => {
    expect(checkPerson(by, { ...named, ...fields })).toEqual({ ok: false, code, field })
  })
})
