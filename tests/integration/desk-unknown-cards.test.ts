import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MetCard } from '../../core/scan/scan.ts'
import { type RunningCloud, startCloud, temporaryFolder } from '../support/cloud.ts'
import { appliedChange, createOf, signInDesk } from '../support/cloud-desk.ts'
import { type DeskProcess, person, startDesk, valueOf } from '../support/desk-process.ts'

const visa = '3B8680014449203032567E'
const folder = temporaryFolder('desk')
let cloud: RunningCloud
let desk: DeskProcess

async function open() {
  desk = startDesk({ folder })
  const who = { cloudUrl: cloud.url, email: '', password: '', ...cloud.demo }
  await valueOf(desk.asking.session.signIn(who))
}

beforeAll(async () => {
  cloud = await startCloud()
  await open()
})
afterAll(async () => {
  await desk.stop()
  await cloud.stop()
})

const meet = (uid: string, given: Partial<MetCard> = {}) =>
  valueOf(desk.asking.scan.meet({ uid, atr: '', source: 'reader', reader: 'Left', ...given }))
const forget = (uid: string) => valueOf(desk.asking.scan.forget({ uid }))
const restore = (uid: string) => valueOf(desk.asking.scan.restore({ uid }))

async function unknown(): Promise<string[]> {
  const query = { source: null, search: '', limit: 100, direction: 'forward', at: null } as const
  return (await valueOf(desk.asking.scan.cards(query))).rows.map(({ uid }) => uid)
}

const synced = async () => (await valueOf(desk.asking.sync.status())).waiting === 0

describe('a card that is laid down where people are', () => {
  it('is nobody’s and kept, or somebody’s, in whichever order its bytes are read', async () => {
    expect(await meet('1C78F2BF')).toMatchObject({ kind: 'unknown', card: { taps: 1 } })
    expect(await meet('1C78F2BF')).toMatchObject({ kind: 'unknown', card: { taps: 2 } })
    const fields = person({ firstName: 'Aino', email: null, cardId: '1C78F2BF' })
    const opId = v7()
    await valueOf(desk.asking.people.send({ opId, fields, move: null }))
    expect(await unknown()).toEqual([])
    const holder = { kind: 'held', recordId: opId, name: 'Aino', of: 'user' }
    expect(await meet('1C78F2BF')).toEqual({ ...holder, uid: '1C78F2BF' })
    expect(await meet('BFF2781C')).toEqual({ ...holder, uid: '1C78F2BF' })
  })

  it('is said to be with somebody whose invitation is pending', async () => {
    const fields = person({ firstName: 'Bo', email: 'bo@example.test', cardId: '04B1B2B3B4B580' })
    await valueOf(desk.asking.people.send({ opId: v7(), fields, move: null }))
    expect(await meet('04B1B2B3B4B580')).toMatchObject({ kind: 'held', of: 'invitation' })
  })

  it('leaves no number behind where that would be wrong', async () => {
    expect(await meet('08112233')).toEqual({ kind: 'refused', reason: 'random' })
    expect(await meet('04D1D2D3D4D580', { atr: visa })).toEqual({ kind: 'unknown', card: null })
    expect(await unknown()).toEqual([])
  })

  it('leaves the list when another desk gives it to somebody, and comes back with that undone', async () => {
    await meet('04E1E2E3E4E580')
    const { email = '', password = '' } = cloud.demo ?? {}
    const other = await signInDesk(cloud.url, { email, password })
    const [made] = await other.send(createOf({ firstName: 'Cai', cardId: '04E1E2E3E4E580' }))
    if (made === undefined) throw new Error('nobody was made')
    const { id } = appliedChange(made)
    await expect
      .poll(async () => {
        await valueOf(desk.asking.sync.now())
        return unknown()
      })
      .toEqual([])
    const update = { opId: v7(), recordId: id, set: { cardId: null }, move: null }
    await valueOf(desk.asking.people.update(update))
    expect(await unknown()).toEqual(['04E1E2E3E4E580'])
    await expect.poll(synced, { timeout: 20_000 }).toBe(true)
  })

  it('is brought back after it was removed, until the desk is left', async () => {
    await forget('04E1E2E3E4E580')
    expect(await unknown()).toEqual([])
    expect(await restore('04E1E2E3E4E580')).toEqual({ restored: true })
    expect(await unknown()).toEqual(['04E1E2E3E4E580'])
    await forget('04E1E2E3E4E580')
    await desk.stop()
    await open()
    expect(await restore('04E1E2E3E4E580')).toEqual({ restored: false })
    expect(await unknown()).toEqual([])
  })
})
