import { describe, expect, it } from 'vitest'
import { mayInviteByEmail, mayUseDesk, role, rolesGivenBy } from './role.ts'

describe('roles', () => {
  it('give an Account Admin every role', () => {
    expect(rolesGivenBy('account-admin')).toEqual(role.options)
  })

  it('keep a Regional Admin from making an Account Admin', () => {
    expect(rolesGivenBy('regional-admin')).not.toContain('account-admin')
  })

  it('let an installer hand out cards to users and nothing more', () => {
    expect(rolesGivenBy('installer')).toEqual(['user'])
    expect(mayInviteByEmail('installer')).toBe(false)
  })

  it('keep plain users away from the desk', () => {
    expect(role.options.filter((each) => !mayUseDesk(each))).toEqual(['user'])
  })
})
