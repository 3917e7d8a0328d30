import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyForm, useForm } from './form.ts'
import { useProbe } from './probe.ts'
import { takeTap } from './tap.ts'
import { forgetUsers, useUsers } from './users.ts'
import { show } from './view.ts'

const tap = {
  uid: '1C78F2BF',
  atr: '3B',
  reader: 'Reader',
  simulated: false,
  ndefText: null,
  label: 'Reader',
  muted: false,
}

beforeEach(emptyForm)
afterEach(forgetUsers)

describe('a tap', () => {
  it('fills the form of the invitations', () => {
    show({ screen: 'user-invitations' })
    takeTap(tap)
    expect(useForm.getState().card.text).toBe('1C78F2BF')
  })

  it('is only looked at on the card profile', () => {
    show({ screen: 'card-profile' })
    takeTap(tap)
    expect(useProbe.getState().card?.uid).toBe('1C78F2BF')
    expect(useForm.getState().card.text).toBe('')
  })

  it('finds whose card it is among the users, and leaves the form alone', () => {
    show({ screen: 'users' })
    takeTap(tap)
    expect(useUsers.getState().query.search).toBe('1C78F2BF')
    expect(useForm.getState().card.text).toBe('')
  })
})
