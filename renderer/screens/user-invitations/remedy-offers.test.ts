import { describe, expect, it } from 'vitest'
import type { ParkedProblem } from '../../../core/operation.ts'
import type { ParkedRow } from '../../../core/pending-page.ts'
import { nobody } from '../../../core/person.ts'
import { parkedGroups } from './parked-groups.ts'
import { isEditable, remedyOffers } from './remedy-offers.ts'

const id = (n: number) => `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`
const current = { id: id(9), version: 2, deleted: true, state: null, opId: null }

function row(problem: ParkedProblem, method: ParkedRow['method'] = 'update', n = 1): ParkedRow {
  const fields = { ...nobody, role: 'user' as const }
  return {
    opId: id(n),
    recordId: id(n),
    method,
    fields,
    problem,
    acceptedAt: '2026-11-23T08:00:00Z',
  }
}
const words = (...args: Parameters<typeof row>) =>
  remedyOffers(row(...args), 'account-admin').map(({ word }) => word)

describe('what is offered', () => {
  it.each([
    [{ code: 'conflict.field', fields: ['lastName'], current }, ['mine', 'theirs']],
    [{ code: 'gone' }, ['anew']],
    [{ code: 'group.gone', group: id(1) }, ['withoutGroup']],
    [{ code: 'resource.gone', id: id(1) }, ['withoutIt']],
    [{ code: 'email.other-role' }, ['withoutEmail']],
    [{ code: 'role.forbidden', allowed: ['user', 'installer'] }, ['user', 'installer']],
    [{ code: 'forbidden' }, ['again']],
    [{ code: 'schema', field: 'addRights.0' }, ['again']],
    [{ code: 'client.bug', note: '' }, []],
  ] satisfies [ParkedProblem, string[]][])('for %j is %j', (problem, offered) => {
    expect(words(problem)).toEqual(offered)
  })

  it('never makes a person anew to delete them, or only to give rights', () => {
    expect(words({ code: 'gone' }, 'delete')).toEqual([])
    expect(words({ code: 'gone' }, 'grant')).toEqual([])
    expect(words({ code: 'stale', current }, 'delete')).toEqual(['deleteAnyway'])
    const from = '2026-11-23T08:00:00.000Z'
    expect(words({ code: 'restored', from }, 'delete')).toEqual(['deleteAgain'])
  })

  it('leads to the form only where the form can help', () => {
    expect(isEditable(row({ code: 'card.required' }, 'create'))).toBe(true)
    expect(isEditable(row({ code: 'group.gone', group: id(1) }, 'grant'))).toBe(false)
    expect(isEditable(row({ code: 'forbidden' }))).toBe(false)
  })
})

describe('groups', () => {
  it('hold what has the same cause, and keep the order of the first of each', () => {
    const rows = [
      row({ code: 'group.gone', group: id(1) }, 'grant', 1),
      row({ code: 'gone' }, 'update', 2),
      row({ code: 'group.gone', group: id(1) }, 'grant', 3),
      row({ code: 'group.gone', group: id(2) }, 'grant', 4),
      row({ code: 'gone' }, 'delete', 5),
    ]
    const held = parkedGroups(rows).map((group) => group.rows.map(({ opId }) => opId))
    expect(held).toEqual([[id(1), id(3)], [id(2)], [id(4)], [id(5)]])
  })
})
