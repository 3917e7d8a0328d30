import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ipc } from '../../contracts/ipc.ts'
import { fail, ok } from '../../contracts/result.ts'
import type { RosterRow, RosterTap, RosterView } from '../../core/roster/roster.ts'
import { createAppDouble } from '../../tests/support/app-double.ts'
import { at, id } from '../../tests/support/desk-people.ts'
import { askRoster, forgetRoster, useRoster } from './roster.ts'
import { createRosterSubscription } from './subscribe-roster.ts'
import { useTapAnswer } from './tap-answer.ts'
import { takeTap } from './tap.ts'
import { show, useView } from './view.ts'

function row(position: number, given: Partial<RosterRow> = {}): RosterRow {
  return {
    position,
    opId: id(position),
    recordId: null,
    email: null,
    firstName: `Person ${position}`,
    lastName: '',
    organization: '',
    additionalInformation: '',
    state: 'waiting',
    cardId: null,
    surfaceId: '',
    cardBefore: null,
    at: null,
    reason: null,
    ...given,
  }
}

function viewAt(position: number): RosterView {
  const counts = { waiting: 9 - position, assigned: position, skipped: 0, absent: 0, refused: 0 }
  const current = row(position)
  const list = { id: id(900), title: 'Monday', source: 'list', createdAt: at, counts } as const
  return { ...list, finishedAt: null, current, following: [], recent: [], before: null }
}

const double = createAppDouble(ipc)
const pauses: (() => void)[] = []
const roster = createRosterSubscription({
  roster: double.app.roster,
  pause: () => new Promise((resolve) => pauses.push(resolve)),
})
const lay = (uid: string) =>
  takeTap({
    uid,
    atr: '',
    reader: 'desk',
    label: 'Front desk',
    muted: false,
    simulated: false,
    ndefText: null,
  })
const meaning = () => useTapAnswer.getState().answer?.meaning
const assigned = ({ opId, uid }: RosterTap) => {
  const position = Number(opId.slice(-12))
  const done = row(position, { state: 'assigned', cardId: uid })
  return ok({ outcome: { kind: 'assigned', row: done } as const, view: viewAt(position + 1) })
}

beforeEach(() => {
  double.answer({ roster: { running: () => ok(viewAt(0)), tap: assigned } })
  show({ screen: 'user-invitations' })
  roster.start()
})
afterEach(() => {
  roster.stop()
  forgetRoster()
  double.asked.length = 0
  pauses.length = 0
})

async function running() {
  await expect.poll(() => useRoster.getState().view?.id).toBe(id(900))
}

describe('a list in the window', () => {
  it('is shown again where it was interrupted', async () => {
    await running()
    expect(useView.getState().screen).toBe('roster')
  })

  it('gives two quick cards to two people, in the order of the hands', async () => {
    await running()
    lay('04A0000000A180')
    lay('04A0000000A280')
    await expect.poll(() => useRoster.getState().view?.current?.position).toBe(2)
    const taps = double.asked.filter(({ path }) => path === 'roster.tap')
    expect(taps.map(({ input }) => input)).toMatchObject([
      { opId: id(0), uid: '04A0000000A180' },
      { opId: id(1), uid: '04A0000000A280' },
    ])
    expect(meaning()).toBe('assigned')
  })

  it('asks again under the same op id while the process behind restarts', async () => {
    await running()
    double.answer({ roster: { tap: () => fail('unavailable') } })
    lay('04A0000000A180')
    await expect.poll(() => pauses.length).toBe(1)
    double.answer({ roster: { tap: assigned } })
    pauses[0]?.()
    await expect.poll(meaning).toBe('assigned')
    const taps = double.asked.filter(({ path }) => path === 'roster.tap')
    expect(taps).toHaveLength(2)
    expect(taps[0]?.input).toEqual(taps[1]?.input)
  })

  it('says so when a card could not be saved, and keeps the turn', async () => {
    await running()
    double.answer({ roster: { tap: () => fail('disk-full') } })
    lay('04A0000000A180')
    await expect.poll(meaning).toBe('not-saved')
    expect(useRoster.getState()).toMatchObject({
      failure: { code: 'disk-full' },
      view: { current: { position: 0 } },
    })
  })

  it('skips whose turn it was when the key was pressed, and goes back to whom it can', async () => {
    await running()
    double.answer({ roster: { step: () => ok({ ...viewAt(1), before: 0 }) } })
    askRoster({ kind: 'step', step: 'skip' })
    askRoster({ kind: 'step', step: 'back' })
    const steps = () => double.asked.filter(({ path }) => path === 'roster.step')
    await expect.poll(() => steps().length).toBe(2)
    expect(steps().map(({ input }) => input)).toEqual([
      { rosterId: id(900), step: { kind: 'skip', opId: id(0) } },
      { rosterId: id(900), step: { kind: 'go', position: 0 } },
    ])
  })

  it('only shows that a card was read while no list runs', async () => {
    await running()
    useRoster.setState({ view: null })
    expect(lay('04A0000000A180')).toBe('tested')
    expect(double.asked.filter(({ path }) => path === 'roster.tap')).toEqual([])
  })
})
