import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RosterPerson, RosterView } from '../../core/roster/roster.ts'
import { type RunningCloud, startCloud, temporaryFolder } from '../support/cloud.ts'
import { type DeskProcess, person, startDesk, valueOf } from '../support/desk-process.ts'

const folder = temporaryFolder('desk')
let cloud: RunningCloud
let desk: DeskProcess

beforeAll(async () => {
  cloud = await startCloud()
  desk = startDesk({ folder })
  const who = { cloudUrl: cloud.url, email: '', password: '', ...cloud.demo }
  await valueOf(desk.asking.session.signIn(who))
})
afterAll(async () => {
  await desk.stop()
  await cloud.stop()
})

const blank = { email: null, lastName: '', organization: '', additionalInformation: '' }

function listed(...names: string[]) {
  return names.map((firstName) => ({ ...blank, firstName, opId: v7(), recordId: null }))
}

async function start(people: RosterPerson[]): Promise<RosterView> {
  const list = { rosterId: v7(), title: 'Monday', source: 'list', people } as const
  return valueOf(desk.asking.roster.create(list))
}

const waiting = (view: RosterView) => view.current?.opId ?? ''
const asked = (view: RosterView, uid: string, opId = waiting(view)) =>
  ({ rosterId: view.id, opId, uid, atr: '', source: 'reader', ndefText: null }) as const

const tap = (view: RosterView, uid: string, moveOpId: string | null = null) =>
  valueOf(desk.asking.roster.tap({ ...asked(view, uid), moveOpId }))

const undo = (view: RosterView) =>
  valueOf(
    desk.asking.roster.undo({
      rosterId: view.id,
      opId: view.recent[0]?.opId ?? '',
      newOpId: v7(),
      changeOpId: v7(),
    }),
  )

const holderOf = async (cardId: string) => {
  const query = { email: null, cardId, surfaceId: null, except: null }
  return (await valueOf(desk.asking.people.hints(query))).card?.name ?? null
}

/** Not before Undo is offered no longer. */
async function drained() {
  const left = async () => (await valueOf(desk.asking.sync.status())).waiting
  await expect.poll(left, { timeout: 20_000 }).toBe(0)
}

describe('a roster at the desk', { timeout: 60_000 }, () => {
  it('gives each card to the person whose turn it is, and goes on', async () => {
    const first = await start(listed('Anna', 'Bo', 'Carla'))
    expect(first).toMatchObject({ current: { firstName: 'Anna' }, counts: { waiting: 3 } })
    const second = await tap(first, '04A00000000180')
    expect(second.outcome).toMatchObject({ kind: 'assigned', row: { firstName: 'Anna' } })
    expect(second.view).toMatchObject({
      current: { firstName: 'Bo' },
      counts: { waiting: 2, assigned: 1 },
      recent: [{ firstName: 'Anna', cardId: '04A00000000180' }],
    })
    expect(await holderOf('04A00000000180')).toBe('Anna')
  })

  it('writes down the label that a card got in a quick scan, in either order of bytes', async () => {
    const { scan, directory } = desk.asking
    const { id } = await valueOf(scan.start({ scanId: v7(), prefix: 'S-', digits: 3, next: '40' }))
    const laid = (uid: string) => ({ uid, atr: '', source: 'reader', reader: 'Left' }) as const
    await valueOf(scan.tap({ scanId: id, card: laid('1C78F2BF') }))
    expect(await valueOf(directory.labelFor({ uid: '1C78F2BF' }))).toBe('S-040')
    expect(await valueOf(directory.labelFor({ uid: 'BFF2781C' }))).toBe('S-040')
    expect(await valueOf(directory.labelFor({ uid: '04A00000000980' }))).toBeNull()
    const view = await start(listed('Olga'))
    const { outcome } = await tap(view, '1C78F2BF')
    expect(outcome).toMatchObject({ kind: 'assigned', row: { surfaceId: 'S-040' } })
  })

  it('takes the same tap twice as one, whatever became of the answer', async () => {
    const view = await start(listed('Dora', 'Elsa'))
    const same = { ...asked(view, '04A00000000280'), moveOpId: null }
    await valueOf(desk.asking.roster.tap(same))
    const again = await valueOf(desk.asking.roster.tap(same))
    expect(again.outcome).toMatchObject({ kind: 'assigned', row: { firstName: 'Dora' } })
    expect(again.view.current?.firstName).toBe('Elsa')
  })

  it('does not give the card of the one before to the next', async () => {
    const view = await start(listed('Frida', 'Gun'))
    const after = (await tap(view, '04A00000000380')).view
    expect((await tap(after, '04A00000000380')).outcome).toEqual({ kind: 'same-again' })
    expect(await holderOf('04A00000000380')).toBe('Frida')
  })

  it('refuses random numbers with the reason, and remembers it', async () => {
    const view = await start(listed('Hans', 'Ida'))
    const refused = await tap(view, '08112233')
    expect(refused.outcome).toEqual({ kind: 'refused', reason: 'random' })
    expect(refused.view.current).toMatchObject({ firstName: 'Hans', reason: 'random' })
    const opId = waiting(refused.view)
    const step = { kind: 'skip', opId } as const
    const next = await valueOf(desk.asking.roster.step({ rosterId: view.id, step }))
    expect(next).toMatchObject({ current: { firstName: 'Ida' }, counts: { refused: 1 } })
  })

  it('says whose card it is, and takes it from there only when told to', async () => {
    const opId = v7()
    const held = person({ firstName: 'Jan', cardId: '04A00000000480', surfaceId: 'J-1' })
    await valueOf(desk.asking.people.send({ opId, fields: held, move: null }))
    const view = await start(listed('Kaisa', 'Liisa'))
    const holder = { recordId: opId, name: 'Jan', movable: true }
    expect((await tap(view, '04A00000000480')).outcome).toEqual({ kind: 'taken', holder })
    const moved = await tap(view, '04A00000000480', v7())
    expect(moved.outcome).toMatchObject({ kind: 'assigned', row: { surfaceId: 'J-1' } })
    expect(await holderOf('04A00000000480')).toBe('Kaisa')

    await undo(moved.view)
    expect(await holderOf('04A00000000480')).toBe('Jan')
  })

  it('leaves no trace of an assignment that is undone in time', async () => {
    const view = await start(listed('Mika', 'Nora'))
    const back = await undo((await tap(view, '04A00000000580')).view)
    expect(back).toMatchObject({ current: { firstName: 'Mika' }, counts: { waiting: 2 } })
    expect(await holderOf('04A00000000580')).toBeNull()
    const again = await tap(back, '04A00000000680')
    expect(again.view.recent[0]).toMatchObject({ firstName: 'Mika', cardId: '04A00000000680' })
  })

  it('takes the card off again where the person is in the cloud already', async () => {
    const view = await start(listed('Olli'))
    const { view: after } = await tap(view, '04A00000000780')
    await drained()
    const back = await undo(after)
    expect(back.current).toMatchObject({ firstName: 'Olli', cardId: null })
    expect(await holderOf('04A00000000780')).toBeNull()
    await tap(back, '04A00000000880')
    await drained()
    expect(await holderOf('04A00000000880')).toBe('Olli')
  })

  it('gives a card to who is known by the email already, instead of inviting them twice', async () => {
    const opId = v7()
    const known = person({ firstName: 'Pia', email: 'pia@example.com' })
    await valueOf(desk.asking.people.send({ opId, fields: known, move: null }))
    const view = await start(listed('Pia').map((pia) => ({ ...pia, email: 'pia@example.com' })))
    expect(view.current?.recordId).toBe(opId)
    const { view: after } = await tap(view, '04A00000000980')
    expect(after.recent[0]?.recordId).toBe(opId)
    expect(await holderOf('04A00000000980')).toBe('Pia')
  })

  it('is exactly where it was after the process was killed', async () => {
    const view = await start(listed('Rolf', 'Sanna', 'Timo', 'Ulla'))
    const { view: one } = await tap(view, '04A00000000A80')
    const step = { kind: 'absent', opId: waiting(one) } as const
    const before = await valueOf(desk.asking.roster.step({ rosterId: view.id, step }))
    await desk.kill()
    desk = startDesk({ folder })
    await expect
      .poll(async () => (await valueOf(desk.asking.session.get())).state, { timeout: 10_000 })
      .toBe('signed-in')
    expect(await valueOf(desk.asking.roster.running())).toEqual(before)
  })
})
