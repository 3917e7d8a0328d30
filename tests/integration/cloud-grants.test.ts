import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultCardProfile } from '../../core/card-profile.ts'
import { outsideRegion } from '../../core/operation.ts'
import { grantLimits } from '../../core/rights.ts'
import { type Directory, emptyDirectory } from '../../core/directory.ts'
import { replaceDirectory } from '../../cloud/store/directory.ts'
import { type Desk, appliedChange, createOf, deleteOf, signInDesk } from '../support/cloud-desk.ts'
import { directoryOf, grantOf, invite, resendOf, rightTo } from '../support/cloud-invitations.ts'
import { addPerson, addRegion, withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let desk: Desk
let directory: Directory

beforeAll(async () => {
  cloud = await startCloud()
  desk = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
  directory = await directoryOf(cloud.url, desk)
})
afterAll(() => cloud.stop())

const accountId = () => desk.signedIn.accounts[0]?.id ?? ''
const nth = (list: readonly { readonly id: string }[], index: number) => list[index]?.id ?? ''

describe('the directory', () => {
  it('is that of the account, with names for everything', async () => {
    expect(directory.version).toBeGreaterThan(0)
    const { groups, resources, resourceGroups, schedules } = directory
    expect([groups.length, resources.length, resourceGroups.length, schedules.length]).toEqual([
      6, 8, 4, 3,
    ])
    expect((await desk.changes()).directory).toBe(directory.version)
  })

  it('holds a card profile that needs no setting up', () => {
    expect(directory.cardProfile).toEqual(defaultCardProfile)
  })

  it('tells with the feed that it changed', async () => {
    const other = await startCloud()
    const there = await signInDesk(other.url, other.demo ?? { email: '', password: '' })
    const account = there.signedIn.accounts[0]?.id ?? ''
    await withDatabase(other.dataDir, (db) =>
      replaceDirectory(db, account, { ...directory, groups: directory.groups.slice(0, 1) }),
    )
    expect((await there.changes()).directory).toBe(directory.version + 1)
    expect((await directoryOf(other.url, there)).groups).toHaveLength(1)
    const { id } = await invite(there)
    const group = nth(directory.groups, 3)
    const [result] = await there.send(grantOf(id, { addGroups: [group] }))
    expect(result).toMatchObject({ problem: { code: 'group.gone', group } })
    await other.stop()
  })

  it('names nothing to installers, who give nothing', async () => {
    const installer = await signInDesk(
      cloud.url,
      await addPerson(cloud.dataDir, accountId(), 'installer'),
    )
    const { version } = directory
    const nothing = { ...emptyDirectory, version, regions: [] }
    expect(await directoryOf(cloud.url, installer)).toEqual(nothing)
    expect((await installer.changes()).directory).toBe(version)
    const [made] = await installer.send(createOf({ firstName: 'Own', cardId: 'EE000001' }))
    const { id } = appliedChange(made)
    const grant = grantOf(id, { addGroups: [nth(directory.groups, 0)] })
    const results = await installer.send(grant, resendOf(id, 'a@b.example'), deleteOf(id, 1))
    for (const result of results) expect(result).toMatchObject({ problem: { code: 'forbidden' } })
  })
})

describe('groups and rights', () => {
  it('of two desks add up, whatever each knew', async () => {
    const { id } = await invite(desk)
    const [one, two] = [
      rightTo({ kind: 'resource', id: nth(directory.resources, 0) }),
      rightTo({ kind: 'resource-group', id: nth(directory.resourceGroups, 0) }),
    ]
    const [first, second] = [nth(directory.groups, 0), nth(directory.groups, 1)]
    const results = await desk.send(
      grantOf(id, { addGroups: [first], addRights: [one] }),
      grantOf(id, { addGroups: [second, first], addRights: [two] }),
    )
    expect(appliedChange(results[1]).state).toMatchObject({
      groups: [first, second],
      rights: [one, two],
    })
  })

  it('are refused as a whole when a part of them does not exist', async () => {
    const { id } = await invite(desk)
    const known = { kind: 'resource', id: nth(directory.resources, 0) } as const
    const nobody = v7()
    const group = nth(directory.groups, 0)
    const results = await desk.send(
      grantOf(id, { addGroups: [group, nobody] }),
      grantOf(id, { addGroups: [group], addRights: [rightTo({ ...known, id: nobody })] }),
      grantOf(id, { addRights: [rightTo({ ...known, kind: 'resource-group' })] }),
      grantOf(id, { addRights: [rightTo(known, { scheduleId: nobody })] }),
      grantOf(id, {}),
    )
    expect(
      results.map((result) => (result.outcome === 'refused' ? result.problem : result)),
    ).toEqual([
      { code: 'group.gone', group: nobody },
      { code: 'resource.gone', id: nobody },
      { code: 'resource.gone', id: known.id },
      { code: 'schedule.gone', id: nobody },
      { code: 'schema', field: 'addGroups' },
    ])
    const { changes } = await desk.changes()
    expect(changes.find((change) => change.id === id)?.state?.groups).toEqual([])
  })

  it('have a limit at once and per record', async () => {
    const { id } = await invite(desk)
    const target = { kind: 'resource', id: nth(directory.resources, 0) } as const
    const rights = (n: number) => Array.from({ length: n }, () => rightTo(target))
    const [tooMany] = await desk.send(grantOf(id, { addRights: rights(grantLimits.atOnce + 1) }))
    expect(tooMany).toMatchObject({ problem: { code: 'schema', field: 'addRights' } })
    for (let given = 0; given < grantLimits.perRecord; given += grantLimits.atOnce) {
      const [result] = await desk.send(grantOf(id, { addRights: rights(grantLimits.atOnce) }))
      expect(appliedChange(result).state?.rights).toHaveLength(given + grantLimits.atOnce)
    }
    const [full] = await desk.send(grantOf(id, { addRights: rights(1) }))
    expect(full).toMatchObject({ problem: { code: 'schema', field: 'addRights' } })
  })

  it('need an order in time, and a schedule only where there may be one', async () => {
    const { id } = await invite(desk)
    const unscheduled = directory.resourceGroups.find(({ schedules }) => !schedules)?.id ?? ''
    const from = '2027-01-01T00:00:00.000Z'
    const target = { kind: 'resource', id: nth(directory.resources, 0) } as const
    const scheduleId = nth(directory.schedules, 0)
    const results = await desk.send(
      grantOf(id, { addRights: [rightTo(target, { from, until: from })] }),
      grantOf(id, {
        addRights: [rightTo({ kind: 'resource-group', id: unscheduled }, { scheduleId })],
      }),
    )
    expect(results).toMatchObject([
      { problem: { code: 'schema', field: 'addRights.0.until' } },
      { problem: { code: 'schema', field: 'addRights.0.scheduleId' } },
    ])
  })

  it('cannot be given to what is gone', async () => {
    const { id } = await invite(desk)
    await desk.send(deleteOf(id, 1))
    const grant = { addGroups: [nth(directory.groups, 0)] }
    const results = await desk.send(grantOf(id, grant), grantOf(v7(), grant), resendOf(id))
    for (const result of results) expect(result).toMatchObject({ problem: { code: 'gone' } })
  })
})

describe('a Regional Admin of a region', () => {
  it('sees and changes the records of that region only', async () => {
    const north = await addRegion(cloud.dataDir, accountId(), 'North')
    const person = await addPerson(cloud.dataDir, accountId(), 'regional-admin', north)
    const regional = await signInDesk(cloud.url, person)
    const [mine, theirs] = [await invite(regional), await invite(desk)]
    expect((await regional.changes()).changes.map(({ id }) => id)).toEqual([mine.id])
    expect((await regional.digest()).count).toBe(1)
    const [foreign, own] = await regional.send(resendOf(theirs.id), resendOf(mine.id))
    expect(foreign).toMatchObject({ problem: { code: 'gone' } })
    expect(own).toMatchObject({ outcome: 'applied' })
    const [taken] = await regional.send(createOf({ email: theirs.state?.email ?? '' }))
    expect(taken).toMatchObject({ problem: { code: 'email.taken', holder: outsideRegion } })
    expect((await desk.changes()).changes.map(({ id }) => id)).toContain(mine.id)
  })
})
