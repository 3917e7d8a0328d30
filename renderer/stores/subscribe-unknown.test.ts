import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { fail, ok } from '../../contracts/result.ts'
import type { LoosePage } from '../../core/scan/scan.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import { createUnknownSubscription } from './subscribe-unknown.ts'
import {
  askUnknown,
  forgetUnknown,
  lookAtUnknown,
  searchUnknown,
  useUnknown,
} from './unknown-cards.ts'
import { show } from './view.ts'

const empty: LoosePage = { rows: [], total: 0, from: 0, next: null, previous: null }
let full = false
const double = createAppDouble(ipc, {
  scan: { cards: () => (full ? fail('disk-full') : ok(empty)) },
})
const subscription = createUnknownSubscription({
  scan: double.app.scan,
  people: double.app.people,
  pause: () => Promise.resolve(),
})
const asked = () => double.asked.map(({ input }) => input)
const settled = () => new Promise((resolve) => setImmediate(resolve))

beforeEach(() => {
  full = false
  double.asked.length = 0
  show({ screen: 'users' })
  subscription.start()
})
afterEach(() => {
  subscription.stop()
  forgetUnknown()
})

describe('the cards that nobody has', () => {
  it('are read when they are looked at, and when somebody gets or loses one meanwhile', async () => {
    double.tell.people.changed()
    lookAtUnknown()
    await settled()
    expect(asked()).toEqual([])
    show({ screen: 'unknown-cards' })
    await settled()
    expect(useUnknown.getState().page).toEqual(empty)
    double.tell.people.changed()
    await settled()
    lookAtUnknown()
    await settled()
    expect(asked()).toHaveLength(3)
  })

  it('are searched from the first page on, and a page that is gone is the first one', async () => {
    show({ screen: 'unknown-cards' })
    askUnknown({ ...useUnknown.getState().query, at: 'far away' })
    await settled()
    expect(useUnknown.getState().query.at).toBeNull()
    askUnknown({ ...useUnknown.getState().query, at: 'far away' })
    searchUnknown({ search: 'A-' })
    await settled()
    expect(asked().at(-1)).toMatchObject({ search: 'A-', at: null, direction: 'forward' })
  })

  it('stay on the screen where they cannot be read again, with the reason', async () => {
    show({ screen: 'unknown-cards' })
    await settled()
    full = true
    lookAtUnknown()
    await settled()
    expect(useUnknown.getState()).toMatchObject({ page: empty, failure: { code: 'disk-full' } })
  })
})
