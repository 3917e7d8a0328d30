import { describe, expect, it } from 'vitest'
import {
  mayChangeRole,
  mayDelete,
  mayGrant,
  mayImport,
  mayInviteByEmail,
  mayReadLog,
  mayShareLogin,
  mayUseDesk,
  role,
  rolesGivenBy,
} from './role.ts'

describe('roles', () => {
  it('give an Account Admin every role', () => {
    expect(rolesGivenBy('account-admin')).toEqual(role.options)
  })

  it('keep a Regional Admin from making an Account Admin', () => {
    expect(rolesGivenBy('regional-admin')).not.toContain('account-admin')
    expect(mayChangeRole('regional-admin', 'account-admin')).toBe(false)
    expect(mayImport('regional-admin')).toBe(false)
  })

  it('let an installer hand out cards to users and nothing more', () => {
    expect(rolesGivenBy('installer')).toEqual(['user'])
    const more = [mayInviteByEmail, mayGrant, mayDelete, mayImport, mayReadLog]
    expect(more.map((may) => may('installer'))).toEqual(more.map(() => false))
  })

  it('share a login between accounts for Users only', () => {
    expect(mayShareLogin('user', ['user', 'user'])).toBe(true)
    expect(mayShareLogin('account-admin', [])).toBe(true)
    expect(mayShareLogin('account-admin', ['user'])).toBe(false)
    expect(mayShareLogin('user', ['user', 'installer'])).toBe(false)
  })

  it('keep plain users away from the desk', () => {
    expect(role.options.filter((each) => !mayUseDesk(each))).toEqual(['user'])
  })
})
