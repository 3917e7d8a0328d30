import { describe, expect, it } from 'vitest'
import type { OperationProblem } from '../../core/operation.ts'
import type { Change } from '../../core/record.ts'
import type { PersonFields } from '../../core/person.ts'
import type { BatchResult } from '../cloud-client/cloud-client.ts'
import type { ClaimedItem } from '../store/desk-store.ts'
import { settlementsFor } from './settlement.ts'

const recordId = '019ab000-0000-7000-8000-000000000001'
const opId = '019ab000-0000-7000-8000-000000000002'
const fresh = '019ab000-0000-7000-8000-000000000003'

const fields: PersonFields = {
  email: 'ada@example.com',
  role: 'user',
  firstName: 'Ada',
  lastName: 'Lovelace',
  organization: '',
  additionalInformation: '',
  cardId: null,
  surfaceId: '',
  regionId: null,
}

function current(changes: Partial<PersonFields> = {}, kind: 'invitation' | 'user' = 'invitation') {
  const state = {
    ...fields,
    ...changes,
    kind,
    inviteSentAt: null,
    mail: null,
    registeredAt: null,
    groups: [],
    rights: [],
    otherCards: [],
    createdAt: '2026-11-23T08:00:00Z',
    createdBy: recordId,
  }
  return { id: recordId, version: 4, deleted: false, state, opId: null } satisfies Change
}
const tombstone: Change = { id: recordId, version: 5, deleted: true, state: null, opId: null }

function item(method: ClaimedItem['method'], set: ClaimedItem['set'] = null): ClaimedItem {
  return {
    opId,
    recordId,
    method,
    body: '{}',
    attempts: 1,
    set,
    base: method === 'update' ? fields : null,
  }
}
function settle(claimed: ClaimedItem, ...results: BatchResult[]) {
  return settlementsFor([claimed], { results }, () => fresh)[0]
}
const refuse = (problem: OperationProblem): BatchResult => ({ opId, outcome: 'refused', problem })

describe('an answer to a batch', () => {
  const applied: BatchResult = { opId, outcome: 'applied', change: current(), replayed: false }

  it('settles every item once, in the order of the items', () => {
    const other = { ...item('create'), opId: fresh }
    const settlements = settlementsFor([other, item('create')], { results: [applied] }, () => fresh)
    expect(settlements.map(({ opId: id, kind }) => [id, kind])).toEqual([
      [fresh, 'retry'],
      [opId, 'applied'],
    ])
  })

  it('ignores results for operations that were not asked about', () => {
    const foreign: BatchResult = { ...applied, opId: fresh }
    expect(settle(item('create'), foreign)).toEqual({ opId, kind: 'retry' })
  })

  it('believes that it was applied whatever else the same answer says', () => {
    expect(settle(item('create'), refuse({ code: 'forbidden' }), applied)?.kind).toBe('applied')
    expect(settle(item('create'), applied, refuse({ code: 'forbidden' }))?.kind).toBe('applied')
  })

  it('parks what it cannot read, and a confirmation for another record', () => {
    const unreadable = settle(item('create'), { opId, outcome: 'unreadable' })
    expect(unreadable).toMatchObject({ kind: 'parked', problem: { code: 'client.bug' } })
    const wrong = { ...applied, change: { ...current(), id: fresh } }
    expect(settle(item('create'), wrong)).toMatchObject({ problem: { code: 'client.bug' } })
  })

  it('tries again what the cloud could not do now', () => {
    const later: BatchResult = { opId, outcome: 'retry', code: 'server-error' }
    expect(settle(item('create'), later)).toEqual({ opId, kind: 'retry' })
  })
})

describe('a refusal', () => {
  const final: readonly OperationProblem[] = [
    { code: 'schema', field: 'email' },
    { code: 'key.reuse' },
    { code: 'card.taken', holder: { id: fresh, name: 'Grace' } },
    { code: 'email.taken', holder: { id: fresh, name: 'Grace' } },
    { code: 'role.forbidden', allowed: ['user'] },
    { code: 'email.forbidden' },
    { code: 'card.required' },
    { code: 'card.refused', reason: 'random' },
    { code: 'forbidden' },
  ]
  it.each(final)('$code waits for a person, with everything the cloud said', (problem) => {
    expect(settle(item('create'), refuse(problem))).toEqual({ opId, kind: 'parked', problem })
  })

  const stale = (change: Change) => refuse({ code: 'stale', current: change })
  const table: readonly [string, ClaimedItem, BatchResult, object][] = [
    [
      'other fields changed: the same wish on the newer version, under a new key',
      item('update', { firstName: 'Augusta' }),
      stale(current({ organization: 'X' })),
      { kind: 'rebased', newOpId: fresh, onto: current({ organization: 'X' }) },
    ],
    [
      'the same field changed: a person decides',
      item('update', { firstName: 'Augusta' }),
      stale(current({ firstName: 'Anna' })),
      { kind: 'parked', problem: { code: 'conflict.field', fields: ['firstName'] } },
    ],
    [
      'changed to the same: nothing left to do',
      item('update', { firstName: 'Anna' }),
      stale(current({ firstName: 'Anna' })),
      { kind: 'discarded', reason: 'same' },
    ],
    [
      'an edit of a deleted record waits for a person',
      item('update', { firstName: 'Anna' }),
      stale(tombstone),
      { kind: 'parked', problem: { code: 'gone' } },
    ],
    [
      'a delete of a deleted record is done',
      item('delete'),
      stale(tombstone),
      { kind: 'discarded', reason: 'gone' },
    ],
    [
      'a delete of a gone record is done',
      item('delete'),
      refuse({ code: 'gone' }),
      { kind: 'discarded', reason: 'gone' },
    ],
    [
      'an edit of a gone record waits for a person',
      item('update', { firstName: 'Anna' }),
      refuse({ code: 'gone' }),
      { kind: 'parked', problem: { code: 'gone' } },
    ],
    [
      'a delete of a pending invitation goes on with the newer version',
      item('delete'),
      stale(current({ firstName: 'Anna' })),
      { kind: 'rebased', newOpId: fresh },
    ],
    [
      'a delete of someone who is no invitation any more waits for a person',
      item('delete'),
      stale(current({}, 'user')),
      { kind: 'parked', problem: { code: 'stale' } },
    ],
    [
      'a delete of a registered person is void',
      item('delete'),
      refuse({ code: 'registered', current: current({}, 'user') }),
      { kind: 'discarded', reason: 'registered' },
    ],
    [
      'a new email for a registered person is void',
      item('update', { email: 'a@b.example' }),
      refuse({ code: 'registered', current: current({}, 'user') }),
      { kind: 'discarded', reason: 'registered' },
    ],
    [
      'a new email together with other fields is not dropped silently',
      item('update', { email: 'a@b.example', firstName: 'Anna' }),
      refuse({ code: 'registered', current: current({}, 'user') }),
      { kind: 'parked', problem: { code: 'registered' } },
    ],
    [
      'a mail to a registered person is void',
      item('resend'),
      refuse({ code: 'registered', current: current({}, 'user') }),
      { kind: 'discarded', reason: 'registered' },
    ],
    [
      'a mail to somebody whom others have deleted is void',
      item('resend'),
      refuse({ code: 'gone' }),
      { kind: 'discarded', reason: 'gone' },
    ],
    [
      'groups for somebody whom others have deleted wait for a person',
      item('grant'),
      refuse({ code: 'gone' }),
      { kind: 'parked', problem: { code: 'gone' } },
    ],
    [
      'a group that is gone waits for a person',
      item('grant'),
      refuse({ code: 'group.gone', group: fresh }),
      { kind: 'parked', problem: { code: 'group.gone', group: fresh } },
    ],
  ]
  it.each(table)('%s', (_, claimed, result, expected) => {
    expect(settle(claimed, result)).toMatchObject({ opId, ...expected })
  })
})
