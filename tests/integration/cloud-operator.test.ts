import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Desk,
  appliedChange,
  createOf,
  jsonBody,
  refusal,
  signInDesk,
} from '../support/cloud-desk.ts'
import {
  directoryOf,
  grantOf,
  invite,
  latest,
  rightTo,
  shownAs,
} from '../support/cloud-invitations.ts'
import { operatorAt } from '../support/cloud-operator.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let desk: Desk
let { typed, refused } = operatorAt('')
const credentials = () => cloud.demo ?? { email: '', password: '' }

beforeAll(async () => {
  cloud = await startCloud()
  ;({ typed, refused } = operatorAt(cloud.dataDir))
  desk = await signInDesk(cloud.url, credentials())
})
afterAll(() => cloud.stop())

const directory = () => directoryOf(cloud.url, desk)

describe("the operator's directory", { timeout: 60_000 }, () => {
  it('grows by each kind of entry, and desks are told', async () => {
    const { version } = await directory()
    const location = ['--location', 'House D']
    await typed('directory', 'add', 'group', '--name', 'Guests')
    await typed('directory', 'add', 'resource', '--name', 'Sauna', ...location)
    const more = ['--description', 'Warm rooms', '--schedules', 'no']
    await typed('directory', 'add', 'resource-group', '--name', 'Baths', ...more)
    const weekly = ['--weekly', '1-2 08:00-17:00, 6 09:00-12:00']
    await typed('directory', 'add', 'schedule', '--name', 'Mornings', ...weekly)
    const now = await directory()
    expect(now.version).toBe(version + 4)
    expect((await desk.changes()).directory).toBe(now.version)
    expect(now.groups).toContainEqual({ id: expect.any(String), name: 'Guests' })
    expect(now.resources).toContainEqual(
      expect.objectContaining({ name: 'Sauna', location: 'House D' }),
    )
    expect(now.resourceGroups).toContainEqual(
      expect.objectContaining({ name: 'Baths', description: 'Warm rooms', schedules: false }),
    )
    const saved = now.schedules.find(({ name }) => name === 'Mornings')
    expect(saved?.weekly).toEqual([
      { day: 1, from: '08:00', until: '17:00' },
      { day: 2, from: '08:00', until: '17:00' },
      { day: 6, from: '09:00', until: '12:00' },
    ])
  })

  it('changes only what is named, and lists what there is', async () => {
    await typed('directory', 'set', 'resource', '--name', 'Sauna', '--rename', 'Steam bath')
    await typed('directory', 'set', 'resource-group', '--name', 'Baths', '--schedules', 'yes')
    const lines = await typed('directory', 'list')
    expect(lines).toContainEqual(
      expect.objectContaining({ kind: 'resource', name: 'Steam bath', location: 'House D' }),
    )
    expect(lines).toContainEqual(
      expect.objectContaining({ kind: 'resource-group', name: 'Baths', schedules: true }),
    )
  })

  it('keeps what people have unless it is taken from them, told in the feed', async () => {
    const [group] = await typed('directory', 'add', 'group', '--name', 'Choir')
    const weekly = ['--weekly', '3 18:00-20:00']
    const [hours] = await typed('directory', 'add', 'schedule', '--name', 'Practice', ...weekly)
    const { resourceGroups } = await directory()
    const target = { kind: 'resource-group', id: resourceGroups[0]?.id ?? '' } as const
    const timed = rightTo(target, { scheduleId: String(hours?.['id']) })
    const { id } = await invite(desk)
    const grant = grantOf(id, { addGroups: [String(group?.['id'])], addRights: [timed] })
    appliedChange((await desk.send(grant))[0])

    expect(await refused('directory', 'remove', 'group', '--name', 'Choir')).toContain(
      'One person has the group "Choir". Nothing was changed.',
    )
    const flag = ['--name', resourceGroups[0]?.name ?? '', '--schedules', 'no']
    expect(await refused('directory', 'set', 'resource-group', ...flag)).toContain(
      'One person has rights',
    )
    expect((await latest(desk, id))?.state?.groups).toHaveLength(1)

    await typed('directory', 'remove', 'group', '--name', 'Choir', '--from-everyone')
    await typed('directory', 'remove', 'schedule', '--name', 'Practice', '--from-everyone')
    const { state } = await shownAs(desk, id, ({ groups }) => groups.length === 0)
    expect(state.rights).toEqual([])
    expect((await directory()).groups.map(({ name }) => name)).not.toContain('Choir')
  })

  it('says what is wrong with a name', async () => {
    expect(await refused('directory', 'add', 'group', '--name', 'Residents')).toContain(
      'There is a group of this name already.',
    )
    expect(await refused('directory', 'remove', 'region', '--name', 'North')).toContain(
      'There is no region "North" (--name).',
    )
    expect(await refused('directory', 'list', '--account', 'Elsewhere')).toContain(
      'There is no account "Elsewhere" (--account).',
    )
  })
})

describe("an account's members", { timeout: 60_000 }, () => {
  it('sign in in the role they are given, and see their region only', async () => {
    await typed('directory', 'add', 'region', '--name', 'South')
    const who = ['--email', 'region@site.example']
    const role = ['--role', 'regional-admin', '--region', 'South']
    const [added] = await typed('member', 'add', ...who, ...role)
    const regional = { email: 'region@site.example', password: String(added?.['password']) }
    const there = await signInDesk(cloud.url, regional)
    expect(there.signedIn.accounts).toMatchObject([{ role: 'regional-admin' }])
    expect((await there.snapshot()).records).toEqual([])
    expect(await refused('directory', 'remove', 'region', '--name', 'South')).toContain(
      'limited to',
    )

    expect(await typed('member', 'set', ...who, '--region', 'none')).toMatchObject([
      { email: 'region@site.example', role: 'regional-admin', region: null },
    ])
    expect((await there.snapshot()).records).toEqual([])
    const late = jsonBody({ items: [createOf({ firstName: 'Late' })] }, there.token)
    expect(await refusal(cloud.url, `${there.account}/sync/batch`, late)).toMatchObject({
      status: 403,
      code: 'region.missing',
    })
    await typed('directory', 'remove', 'region', '--name', 'South')

    await typed('member', 'set', ...who, '--role', 'installer')
    expect((await signInDesk(cloud.url, regional)).signedIn.accounts).toMatchObject([
      { role: 'installer' },
    ])
    await typed('member', 'remove', ...who)
    const again = { method: 'GET', headers: { authorization: `Bearer ${there.token}` } }
    expect(await refusal(cloud.url, `${there.account}/digest`, again)).toMatchObject({
      code: 'not-found',
    })
  })

  it('are named when a change of them is not possible', async () => {
    const admin = ['--email', credentials().email]
    expect(await refused('member', 'set', ...admin, '--role', 'installer')).toContain(
      'last Account',
    )
    expect(await refused('member', 'remove', ...admin)).toContain('last Account Admin')
    const again = await refused('member', 'add', ...admin, '--role', 'installer')
    expect(again).toContain('is a member of the account already')
    const nobody = ['--email', 'nobody@site.example']
    expect(await refused('member', 'set', ...nobody, '--role', 'installer')).toContain('no member')
    expect(
      await refused('member', 'add', ...nobody, '--role', 'installer', '--region', 'Mars'),
    ).toContain('There is no region "Mars" (--region).')
    expect(await refused('member', 'add', ...nobody, '--role', 'regional-admin')).toContain(
      'A Regional Admin sees nobody without a region (--region). Nothing was changed.',
    )
    expect(await refused('member', 'add', '--email', 'x', '--role', 'installer')).toContain(
      '--email is "x"',
    )
  })
})

describe("an account's settings", { timeout: 60_000 }, () => {
  it('are listed and changed, and count from then on', async () => {
    const before = await typed('account', 'list')
    expect(before).toMatchObject([
      { name: 'Demo site', active: true, language: 'en', invitationDays: 14 },
    ])
    const settings = ['--language', 'fi', '--invitation-days', '3']
    expect(await typed('account', 'set', ...settings)).toMatchObject([
      { name: 'Demo site', active: true, language: 'fi', invitationDays: 3 },
    ])
    const { state } = await invite(desk)
    const days =
      (Date.parse(state?.mail?.expiresAt ?? '') - Date.parse(state?.inviteSentAt ?? '')) /
      86_400_000
    expect(days).toBeCloseTo(3)
  })

  it('shut everybody out of an account that is not active', async () => {
    await typed('account', 'set', '--account', 'Demo site', '--active', 'no')
    await expect(signInDesk(cloud.url, credentials())).rejects.toThrow('account.inactive')
    await typed('account', 'set', '--active', 'yes')
    expect((await signInDesk(cloud.url, credentials())).signedIn.accounts).toHaveLength(1)
  })

  it('need the account to be named once there are several', async () => {
    const second = ['--name', 'Second', '--email', credentials().email]
    const [added] = await typed('account', 'add', ...second)
    expect(await refused('account', 'set', '--language', 'en')).toContain('There are several')
    const one = await typed(
      'account',
      'set',
      '--account',
      String(added?.['accountId']),
      '--language',
      'fi',
    )
    expect(one).toMatchObject([{ name: 'Second', language: 'fi' }])
  })
})
