import path from 'node:path'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { DeskIdentity } from '../../core/session.ts'
import type { HandOver } from '../../core/hand-over.ts'
import { openDeskStore } from '../../electron/store/open-desk-store.ts'
import { fileFor, openProfileStore } from '../../electron/store/profile-store.ts'
import { operatorAt } from '../support/cloud-operator.ts'
import { addPerson, withDatabase } from '../support/cloud-people.ts'
import { startCloud, temporaryFolder } from '../support/cloud.ts'
import {
  type DeskProcess,
  person,
  startDesk,
  syncBecomes,
  valueOf,
} from '../support/desk-process.ts'

const email = 'yrsa@site.example'

/**
 * Somebody who was an Account Admin while they worked offline, and is an Installer when it is sent: an
 * invitation and groups for somebody else are refused. Their desk still believes what it was told.
 */
async function refused() {
  const cloud = await startCloud()
  const folder = temporaryFolder('desk')
  const start = () => startDesk({ folder })
  const boss = { cloudUrl: cloud.url, email: '', password: '', ...cloud.demo }
  const first = start()
  const session = await valueOf(first.asking.session.signIn(boss))
  if (session.state !== 'signed-in') throw new Error(session.state)
  const accountId = session.identity.account.id
  const { id, ...giver } = await addPerson(cloud.dataDir, accountId, 'account-admin')
  const bea = { cloudUrl: cloud.url, ...giver }
  await valueOf(first.asking.session.signIn(bea))
  const known = await first.asking.people.send({
    opId: v7(),
    fields: person({ firstName: 'Xenia', cardId: '04C43BC21C2680' }),
  })
  const { recordId } = known.ok ? known.value : { recordId: '' }
  await syncBecomes(first.asking, { channel: 'idle', waiting: 0 })
  const [group] = (await valueOf(first.asking.directory.get())).groups
  await valueOf(first.asking.session.workOffline({ on: true }))
  const items = [{ opId: v7(), recordId }]
  await valueOf(
    first.asking.invitations.grant({ items, addGroups: [group?.id ?? ''], addRights: [] }),
  )
  await valueOf(first.asking.people.send({ opId: v7(), fields: person({ email }) }))
  await withDatabase(cloud.dataDir, (db) =>
    db.updateTable('membership').set({ role: 'installer' }).where('person_id', '=', id).execute(),
  )
  await valueOf(first.asking.session.workOffline({ on: false }))
  await syncBecomes(first.asking, { attention: 2, waiting: 0 })
  const parked = await valueOf(first.asking.people.parked())
  const opIds = parked.map(({ opId }) => opId)
  return { cloud, folder, start, desk: first, boss, bea, opIds, recordId, group: group?.id }
}

const list = ({ asking }: DeskProcess) => valueOf(asking.handOvers.list())
const take = ({ asking }: DeskProcess, handed: readonly HandOver[]) =>
  valueOf(asking.handOvers.take({ items: handed.map(({ opId }) => ({ opId, newOpId: v7() })) }))

async function identityAt({ asking }: DeskProcess): Promise<DeskIdentity> {
  const view = await valueOf(asking.session.get())
  if (view.state !== 'signed-in') throw new Error(view.state)
  return view.identity
}

/** The files of a desk that does not run. */
function filesOf(folder: string, identity: DeskIdentity) {
  const profile = openProfileStore({ path: path.join(folder, 'profile.db'), newId: v7 })
  const desk = openDeskStore({ path: path.join(folder, 'desks', fileFor(identity)) })
  if (!profile.ok || !desk.ok) throw new Error('the files of the desk did not open')
  return { profile: profile.value, desk: desk.value }
}

function close({ profile, desk }: ReturnType<typeof filesOf>) {
  desk.close()
  profile.close()
}

describe('what the cloud refuses somebody', { timeout: 90_000 }, () => {
  it('is handed over to a colleague, sent under their name, and told to the giver', async () => {
    const { cloud, desk, boss, bea, opIds, recordId, group } = await refused()
    const given = await valueOf(desk.asking.handOvers.give({ opIds }))
    expect(given).toEqual({ handed: 2 })
    expect(await valueOf(desk.asking.people.parked())).toEqual([])
    expect(await list(desk)).toMatchObject([
      { own: true, state: 'waiting' },
      { own: true, state: 'waiting' },
    ])

    await valueOf(desk.asking.session.signIn(boss))
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })
    const offered = await list(desk)
    const lines = offered.map(({ method, own }) => `${method} ${own ? 'own' : 'offered'}`)
    expect(lines.toSorted()).toEqual(['create offered', 'grant offered'])
    expect(await take(desk, offered)).toEqual({ taken: 2, left: 0 })
    expect(await list(desk)).toEqual([])
    // The second press of a button finds nothing left to take.
    expect(await take(desk, offered)).toEqual({ taken: 0, left: 2 })
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0, attention: 0 })
    const { person: colleague } = await identityAt(desk)
    const rows = await withDatabase(cloud.dataDir, (db) =>
      db.selectFrom('record').selectAll().where('deleted', '=', 0).execute(),
    )
    const invited = rows.filter((row) => row.email === email)
    expect(invited.map((row) => row.created_by)).toEqual([colleague.id])
    expect(rows.find(({ id }) => id === recordId)?.groups).toBe(JSON.stringify([group]))

    await valueOf(desk.asking.session.signIn(bea))
    const told = await list(desk)
    const by = colleague.name || colleague.email
    expect(told).toMatchObject([
      { own: true, state: 'taken', by },
      { own: true, state: 'taken', by },
    ])
    for (const { opId } of told) await valueOf(desk.asking.handOvers.end({ opId }))
    expect(await list(desk)).toEqual([])
    await desk.stop()
    await cloud.stop()
  })

  it('may be dropped by the colleague, and is not offered to who may not do it either', async () => {
    const { cloud, desk, boss, bea, opIds } = await refused()
    await valueOf(desk.asking.handOvers.give({ opIds }))
    const { account } = await identityAt(desk)
    const { id: _, ...other } = await addPerson(cloud.dataDir, account.id, 'installer')
    await valueOf(desk.asking.session.signIn({ cloudUrl: cloud.url, ...other }))
    expect(await list(desk)).toEqual([])

    await valueOf(desk.asking.session.signIn(boss))
    for (const { opId } of await list(desk)) {
      await valueOf(desk.asking.handOvers.end({ opId }))
    }
    expect(await list(desk)).toEqual([])
    await valueOf(desk.asking.session.signIn(bea))
    expect(await list(desk)).toMatchObject([{ state: 'dropped' }, { state: 'dropped' }])
    await desk.stop()
    await cloud.stop()
  })

  it('is forgotten where it waits once the person it is about is erased', async () => {
    const { cloud, desk, folder, boss, opIds, recordId } = await refused()
    await valueOf(desk.asking.handOvers.give({ opIds }))
    await valueOf(desk.asking.session.signIn(boss))
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })
    expect(await list(desk)).toHaveLength(2)
    await operatorAt(cloud.dataDir).typed('person', 'erase', '--id', recordId)
    await valueOf(desk.asking.sync.now())
    await expect
      .poll(async () => (await list(desk)).map(({ method }) => method))
      .toEqual(['create'])
    const identity = await identityAt(desk)
    await desk.stop()
    const files = filesOf(folder, identity)
    expect(files.profile.handedOver.list(identity).map((each) => each.recordId)).not.toContain(
      recordId,
    )
    close(files)
    await cloud.stop()
  })

  it('is neither lost nor done twice when the giver dies between the two steps', async () => {
    const { cloud, folder, start, desk, opIds } = await refused()
    const identity = await identityAt(desk)
    await desk.kill()
    const files = filesOf(folder, identity)
    const leaving = files.desk.handOver.leaving(opIds)
    expect(leaving).toHaveLength(2)
    files.profile.handedOver.keep(identity, leaving, '2026-11-25T08:00:00.000Z')
    close(files)

    const again = start()
    await syncBecomes(again.asking, { channel: 'idle', waiting: 0, attention: 0 })
    expect(await valueOf(again.asking.people.parked())).toEqual([])
    expect(await list(again)).toMatchObject([{ own: true }, { own: true }])
    await again.stop()
    await cloud.stop()
  })

  it('is taken over once when the colleague dies before it is noted as taken', async () => {
    const { cloud, folder, start, desk, boss, opIds } = await refused()
    await valueOf(desk.asking.handOvers.give({ opIds }))
    await valueOf(desk.asking.session.signIn(boss))
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })
    const identity = await identityAt(desk)
    await desk.kill()
    const files = filesOf(folder, identity)
    for (const { opId, recordId, method, wish } of files.profile.handedOver.list(identity)) {
      const reserved = files.profile.handedOver.reserve(opId, {
        id: identity.person.id,
        newOpId: v7(),
      })
      if (!reserved.ok || reserved.value === null || wish === null) throw new Error('not reserved')
      const at = '2026-11-25T08:00:00.000Z'
      files.desk.handOver.takeOver({ opId: reserved.value, recordId, method, wish, at })
    }
    close(files)

    const again = start()
    await syncBecomes(again.asking, { channel: 'idle', waiting: 0, attention: 0 })
    expect(await list(again)).toEqual([])
    const rows = await withDatabase(cloud.dataDir, (db) =>
      db.selectFrom('record').select('id').where('email', '=', email).execute(),
    )
    expect(rows).toHaveLength(1)
    await again.stop()
    await cloud.stop()
  })
})
