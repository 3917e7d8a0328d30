import { v7 as newId } from 'uuid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { fail, ok } from '../../contracts/result.ts'
import { emptyDirectory } from '../../core/directory.ts'
import { type Preferences, defaultPreferences } from '../../core/preferences.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import { useDirectory } from './directory.ts'
import { ask, forgetPending, searched, sortedBy, usePending } from './pending.ts'
import { usePreferences } from './preferences.ts'
import { clearSelection, select, useSelection } from './selection.ts'
import { createPendingSubscriptions } from './subscribe-pending.ts'

const byEmail = { sort: 'email', descending: true, limit: 50 } as const
const liked: Preferences = { ...defaultPreferences, pending: byEmail }
const directory = { ...emptyDirectory, version: 1 }

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

describe('createPendingSubscriptions', () => {
  const kept: Preferences[] = []
  const double = createAppDouble(ipc, {
    people: { notices: () => ok([]) },
    preferences: {
      set: (preferences) => {
        kept.push(preferences)
        return ok()
      },
    },
  })
  const subscriptions = createPendingSubscriptions({
    app: double.app,
    pause: () => Promise.resolve(),
  })

  beforeEach(() => {
    kept.length = 0
    forgetPending()
    clearSelection()
    usePreferences.setState(usePreferences.getInitialState(), true)
    double.answer({ directory: { get: () => ok(directory) } })
    subscriptions.start()
  })
  afterEach(() => subscriptions.stop())

  it('shows the order of last time, as soon as it is known', () => {
    usePreferences.setState({ preferences: liked, kept: true })
    expect(usePending.getState().query).toMatchObject(byEmail)
    expect(kept).toEqual([])
  })

  it('keeps another order that somebody chooses, and lets nothing take it back', () => {
    usePreferences.setState({ preferences: liked, kept: true })
    ask(sortedBy(usePending.getState().query, 'name'))
    expect(kept.at(-1)?.pending).toEqual({ sort: 'name', descending: false, limit: 50 })
    usePreferences.setState({ preferences: liked, kept: true })
    expect(usePending.getState().query.sort).toBe('name')
  })

  it('selects nobody who is not looked for any more', () => {
    select([newId()], true)
    ask(sortedBy(usePending.getState().query, 'name'))
    expect(useSelection.getState().ids.size).toBe(1)
    ask(searched(usePending.getState().query, 'aino'))
    expect(useSelection.getState().ids.size).toBe(0)
  })

  it('asks for the directory until the process behind the door has started', async () => {
    useDirectory.setState({ directory: null })
    let asked = 0
    double.answer({
      directory: { get: () => (++asked < 3 ? fail('unavailable') : ok(directory)) },
    })
    double.tell.directory.changed()
    await settled()
    expect(useDirectory.getState().directory).toEqual(directory)
  })
})
