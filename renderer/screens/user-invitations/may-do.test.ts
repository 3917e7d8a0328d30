import { describe, expect, it } from 'vitest'
import { mayDo } from './may-do.ts'

const all = { resend: true, link: true, grant: true, remove: true }
const nothing = { resend: false, link: false, grant: false, remove: false }

describe('mayDo', () => {
  it('offers everything to an account admin', () => {
    expect(mayDo('account-admin', { role: 'account-admin' })).toEqual(all)
  })

  it('offers a regional admin nothing that is above them', () => {
    expect(mayDo('regional-admin', { role: 'account-admin' })).toEqual(nothing)
    expect(mayDo('regional-admin', { role: 'user' })).toEqual(all)
    expect(mayDo('regional-admin', null)).toEqual(all)
  })

  it('offers an installer nothing', () => {
    expect(mayDo('installer', { role: 'user' })).toEqual(nothing)
  })
})
