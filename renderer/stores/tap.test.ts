import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetLog, useDeskLog } from './desk-log.ts'
import { emptyForm, useForm } from './form.ts'
import { forgetMeetings, tapsGoTo, useMeeting } from './meeting.ts'
import { useProbe } from './probe.ts'
import { takeTap } from './tap.ts'
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
afterEach(forgetMeetings)

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

  it('looks for its lines in the desk log', () => {
    show({ screen: 'desk-log' })
    takeTap(tap)
    expect(useDeskLog.getState().query.filter.text).toBe('1C78F2BF')
    forgetLog()
  })

  it('looks for its holder at the tables, and leaves the form alone', () => {
    show({ screen: 'users' })
    expect(takeTap(tap)).toBeNull()
    show({ screen: 'user-invitations' })
    tapsGoTo('pending')
    expect(takeTap(tap)).toBeNull()
    expect(useMeeting.getState().asks.map(({ place }) => place)).toEqual(['users', 'pending'])
    expect(useForm.getState().card.text).toBe('')
  })

  it('is noted where it fills a field, and nowhere where it is only looked at', () => {
    show({ screen: 'user-invitations' })
    takeTap(tap)
    show({ screen: 'readers' })
    takeTap(tap)
    expect(useMeeting.getState().asks).toEqual([{ tap, place: 'field' }])
  })
})
