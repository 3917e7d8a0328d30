import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { fail, ok } from '../../contracts/result.ts'
import type { Meeting } from '../../core/scan/scan.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import { emptyForm, setValue, useForm } from './form.ts'
import { meet, newUserWithNobodys, tapsGoTo, useMeeting } from './meeting.ts'
import { forgetPending, usePending } from './pending.ts'
import { useSelection } from './selection.ts'
import { createMeetingSubscription } from './subscribe-meetings.ts'
import { useTapAnswer } from './tap-answer.ts'
import { useUnknown } from './unknown-cards.ts'
import { forgetUsers, useUsers } from './users.ts'
import { show, useView } from './view.ts'

const recordId = '019ab000-0000-7000-8000-000000000001'
const at = '2026-11-23T08:00:00.000Z'
const tap = {
  uid: 'BFF2781C',
  atr: '3B',
  reader: 'Reader',
  simulated: false,
  ndefText: null,
  label: 'Front desk',
  muted: false,
}
const holder = { kind: 'held', recordId, name: 'Aino Salo', uid: '1C78F2BF' } as const
const nobodys: Meeting = {
  kind: 'unknown',
  card: {
    uid: tap.uid,
    label: 'A-0017',
    source: 'scan',
    atr: '',
    readBy: 'reader',
    reader: 'Front desk',
    firstSeenAt: at,
    lastSeenAt: at,
    taps: 1,
  },
}

let met: Meeting | 'disk-full' = nobodys
const double = createAppDouble(ipc, {
  scan: { meet: () => (met === 'disk-full' ? fail('disk-full') : ok(met)) },
})
const meetings = createMeetingSubscription({
  scan: double.app.scan,
  pause: () => Promise.resolve(),
})
const answer = () => useTapAnswer.getState().answer
async function told(meaning: string) {
  await expect.poll(() => answer()?.meaning).toBe(meaning)
}

beforeEach(() => {
  useTapAnswer.setState({ answer: null })
  emptyForm()
  useForm.setState({ aside: [] })
  show({ screen: 'users' })
  meetings.start()
})
afterEach(() => {
  meetings.stop()
  forgetUsers()
  forgetPending()
})

describe('a card that is tapped at a table', () => {
  it('shows its holder by the number that they have it under', async () => {
    met = { ...holder, of: 'user' }
    meet(tap, 'users')
    await told('found')
    expect(answer()?.holder).toBe('Aino Salo')
    expect(useUsers.getState().query.search).toBe('1C78F2BF')
    expect(useMeeting.getState().found).toMatchObject({ recordId, elsewhere: false })
  })

  it('goes to whoever is invited and selects them, and them alone', async () => {
    useSelection.setState({ ids: new Set(['somebody else']) })
    met = { ...holder, of: 'invitation' }
    meet(tap, 'users')
    await told('found')
    expect(useView.getState().screen).toBe('user-invitations')
    expect(usePending.getState().query.search).toBe('1C78F2BF')
    expect([...useSelection.getState().ids]).toEqual([recordId])
    expect(useMeeting.getState()).toMatchObject({ at: 'pending', found: { elsewhere: true } })
  })

  it('that nobody has is offered to somebody new, with what is written on it, and no list is searched', async () => {
    met = nobodys
    setValue('firstName', 'Half')
    meet(tap, 'users')
    await told('unknown')
    expect(useUsers.getState().query.search).toBe('')
    newUserWithNobodys()
    expect(useView.getState().screen).toBe('user-invitations')
    expect(useForm.getState()).toMatchObject({
      card: { text: tap.uid },
      values: { firstName: '' },
      made: { labelFor: tap.uid },
    })
    expect(useForm.getState().aside).toMatchObject([{ values: { firstName: 'Half' } }])
    expect(useMeeting.getState().nobodys).toBeNull()
  })

  it('is told where its number is not kept, refused, or could not be saved', async () => {
    met = { kind: 'unknown', card: null }
    meet(tap, 'users')
    await told('passing')
    expect(useMeeting.getState().nobodys).toEqual({ tap, kept: null })
    met = { kind: 'refused', reason: 'random' }
    meet(tap, 'users')
    await told('refused')
    expect(useMeeting.getState().nobodys).toBeNull()
    met = 'disk-full'
    meet(tap, 'users')
    await told('not-saved')
    expect(useMeeting.getState().failure?.code).toBe('disk-full')
  })

  it('is the first of the unknown ones where those are looked at', async () => {
    show({ screen: 'unknown-cards' })
    met = nobodys
    meet(tap, 'unknown-cards')
    await told('unknown')
    expect(useUnknown.getState().tapped).toBe(tap.uid)
    expect(useMeeting.getState().nobodys).toBeNull()
    met = { ...holder, of: 'user' }
    meet(tap, 'unknown-cards')
    await told('found')
    expect(useView.getState().screen).toBe('unknown-cards')
  })

  it('is noted without a word where it fills a field', async () => {
    met = nobodys
    meet(tap, 'field')
    await expect.poll(() => double.asked.at(-1)?.path).toBe('scan.meet')
    expect(answer()).toBeNull()
    expect(useMeeting.getState().nobodys).toBeNull()
  })
})

describe('the page of invitations', () => {
  it('begins at its form however it was left', () => {
    tapsGoTo('pending')
    show({ screen: 'users' })
    show({ screen: 'user-invitations' })
    tapsGoTo('pending')
    show({ screen: 'readers' })
    expect(useMeeting.getState().at).toBe('form')
  })
})
