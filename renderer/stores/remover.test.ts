import { v7 as newId } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { fail, ok } from '../../contracts/result.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import { offerMoveBack } from './moving.ts'
import { closeAction, usePendingActions } from './pending-actions.ts'
import { forgetRemovals, useRemovals } from './removals.ts'
import { createRemover } from './remover.ts'
import { clearSelection, select, useSelection } from './selection.ts'

const [one, two] = [newId(), newId()]
const both = { ids: [one, two], row: null }

function removerOf(double: ReturnType<typeof createAppDouble<typeof ipc>>) {
  const { invitations, people } = double.app
  return createRemover({
    invitations,
    people,
    pause: () => Promise.resolve(),
    now: () => 1_000,
    newId,
  })
}

describe('createRemover', () => {
  beforeEach(() => {
    forgetRemovals()
    clearSelection()
    closeAction()
  })

  it('offers to take back what was recorded, for ten seconds from the press', async () => {
    const double = createAppDouble(ipc, {
      invitations: { remove: ({ items }) => ok({ accepted: items.length, refused: [] }) },
    })
    select([one, two], true)
    expect(await removerOf(double).remove(both)).toBeNull()
    expect(useRemovals.getState().list).toMatchObject([{ count: 2, until: 11_000 }])
    expect(useSelection.getState().ids.size).toBe(0)
  })

  it('tells who was left alone and offers nothing for them', async () => {
    const refused = [{ recordId: one, name: 'Aino', reason: 'registered' as const }]
    const double = createAppDouble(ipc, {
      invitations: { remove: () => ok({ accepted: 1, refused }) },
    })
    await removerOf(double).remove(both)
    expect(usePendingActions.getState().open).toEqual({ action: 'left-alone', refused })
    expect(useRemovals.getState().list[0]?.opIds).toHaveLength(1)
  })

  it('offers the same deletion again while nobody is behind the door', async () => {
    const asked: unknown[] = []
    const double = createAppDouble(ipc, {
      invitations: {
        remove: ({ items }) => {
          asked.push(items)
          return asked.length < 3 ? fail('unavailable') : ok({ accepted: 2, refused: [] })
        },
      },
    })
    await removerOf(double).remove(both)
    expect(asked[2]).toEqual(asked[0])
  })

  it('takes back exactly what was deleted, once', async () => {
    const double = createAppDouble(ipc, {
      invitations: {
        remove: () => ok({ accepted: 2, refused: [] }),
        undoRemove: ({ opIds }) => ok({ undone: opIds.length }),
      },
    })
    const remover = removerOf(double)
    await remover.remove(both)
    const [removal] = useRemovals.getState().list
    if (removal === undefined) throw new Error('nothing is offered')
    expect(await remover.undo(removal)).toBe(2)
    expect(useRemovals.getState().list).toEqual([])
  })

  it('gives a moved card back by its own way, and tells when it was too late', async () => {
    const answers = [true, false]
    const double = createAppDouble(ipc, {
      people: { undoMove: () => ok({ undone: answers.shift() ?? false }) },
    })
    const remover = removerOf(double)
    offerMoveBack({ opId: one, from: 'Aino', to: 'Eino' }, 1_000)
    const [offer] = useRemovals.getState().list
    if (offer === undefined) throw new Error('nothing is offered')
    expect(offer).toMatchObject({ until: 11_000, moved: { from: 'Aino', to: 'Eino' } })
    expect(await remover.undo(offer)).toBe(1)
    expect(await remover.undo(offer)).toBe(0)
    expect(double.asked[0]).toEqual({ path: 'people.undoMove', input: { opId: one } })
    expect(useRemovals.getState().list).toEqual([])
  })

  it('keeps the selection when nothing could be recorded', async () => {
    const double = createAppDouble(ipc, { invitations: { remove: () => fail('disk-full') } })
    select([one], true)
    expect(await removerOf(double).remove(both)).toMatchObject({ code: 'disk-full' })
    expect(useSelection.getState().ids.size).toBe(1)
    expect(useRemovals.getState().list).toEqual([])
  })
})
