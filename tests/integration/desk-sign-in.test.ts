import { readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { ok } from '../../contracts/result.ts'
import { openProfileStore } from '../../electron/store/profile-store.ts'
import { addPerson } from '../support/cloud-people.ts'
import { operatorAt } from '../support/cloud-operator.ts'
import { signInDesk } from '../support/cloud-desk.ts'
import { type CloudProcess, startCloudProcess } from '../support/cloud-process.ts'
import { temporaryFolder } from '../support/cloud.ts'
import {
  type DeskProcess,
  person,
  startDesk,
  syncBecomes,
  valueOf,
} from '../support/desk-process.ts'

const demoOf = (cloud: CloudProcess) => ({
  cloudUrl: cloud.url,
  email: '',
  password: '',
  ...cloud.demo,
})

/** The sealed refresh token that a desk which does not run has kept. */
function tokenIn(folder: string) {
  const profile = openProfileStore({ path: path.join(folder, 'profile.db'), newId: v7 })
  if (!profile.ok) throw new Error(profile.code)
  const token = profile.value.token()
  profile.value.close()
  return token
}

describe('signing in', { timeout: 60_000 }, () => {
  it('says what is wrong and changes nothing', async () => {
    const cloud = await startCloudProcess({ dataDir: temporaryFolder('cloud') })
    const desk = startDesk({ folder: temporaryFolder('desk') })
    const tried = async (input: { cloudUrl?: string; password?: string }) => {
      const answer = await desk.asking.session.signIn({ ...demoOf(cloud), ...input })
      return answer.ok ? 'ok' : answer.code
    }
    expect(await tried({ password: 'wrong' })).toBe('wrong-password')
    expect(await tried({ cloudUrl: 'ftp://example.test' })).toBe('bad-address')
    expect(await tried({ cloudUrl: 'http://127.0.0.1:9' })).toBe('cloud-away')
    expect(await valueOf(desk.asking.session.get())).toMatchObject({ state: 'signed-out' })
    expect(
      await desk.asking.people.send({ opId: v7(), fields: person({ firstName: 'X' }) }),
    ).toEqual({
      ok: false,
      code: 'signed-out',
    })
    await desk.stop()
    await cloud.end()
  })

  it('never sends the work of one person under the name of another', async () => {
    const dataDir = temporaryFolder('cloud')
    const cloud = await startCloudProcess({ dataDir })
    const desk = startDesk({ folder: temporaryFolder('desk') })
    const view = await valueOf(desk.asking.session.signIn(demoOf(cloud)))
    if (view.state !== 'signed-in') throw new Error(view.state)
    const other = await addPerson(dataDir, view.identity.account.id, 'account-admin')

    await valueOf(desk.asking.session.workOffline({ on: true }))
    await valueOf(desk.asking.people.send({ opId: v7(), fields: person({ firstName: 'Theirs' }) }))
    const shown: string[] = []
    desk.asking.session.changed(({ state }) => void shown.push(state))
    const out = await valueOf(desk.asking.session.signOut())
    expect(shown, 'nobody is told meanwhile that their sign-in has ended').toEqual(['signed-out'])
    expect(out).toMatchObject({
      state: 'signed-out',
      waiting: [{ email: cloud.demo?.email, unsent: 1 }],
    })

    await valueOf(
      desk.asking.session.signIn({
        cloudUrl: cloud.url,
        email: other.email,
        password: other.password,
      }),
    )
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })
    expect(await valueOf(desk.asking.people.recent())).toEqual([])
    await valueOf(desk.asking.people.send({ opId: v7(), fields: person({ firstName: 'Mine' }) }))
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })

    const owner = await valueOf(desk.asking.session.signIn(demoOf(cloud)))
    expect(owner).toMatchObject({ state: 'signed-in', token: 'keyring' })
    await syncBecomes(desk.asking, { channel: 'idle', waiting: 0 })

    if (cloud.demo === undefined) throw new Error('there is no demo person')
    const { snapshot } = await signInDesk(cloud.url, cloud.demo)
    const { records } = await snapshot()
    const makers = records
      .filter(({ state }) => state?.firstName === 'Theirs' || state?.firstName === 'Mine')
      .map(({ state }) => [state?.firstName, state?.createdBy])
    expect(new Map(makers.map(([name, by]) => [name, by]))).toEqual(
      new Map([
        ['Theirs', view.identity.person.id],
        ['Mine', other.id],
      ]),
    )
    await desk.stop()
    await cloud.end()
  })

  it('tells why the sign-in has ended, after a restart too, until somebody signs in again', async () => {
    const dataDir = temporaryFolder('cloud')
    const folder = temporaryFolder('desk')
    const cloud = await startCloudProcess({ dataDir })
    const first = startDesk({ folder })
    await valueOf(first.asking.session.signIn(demoOf(cloud)))
    await syncBecomes(first.asking, { channel: 'idle' })
    await operatorAt(dataDir).typed('member', 'sign-out', '--email', cloud.demo?.email ?? '')
    const ended = { channel: 'sign-in-needed', reason: 'token-revoked' } as const
    await valueOf(first.asking.sync.now())
    await syncBecomes(first.asking, ended)
    await first.stop()

    const second = startDesk({ folder })
    await syncBecomes(second.asking, { channel: 'sign-in-needed' })
    expect(await valueOf(second.asking.sync.status())).toMatchObject(ended)
    await valueOf(second.asking.session.signIn(demoOf(cloud)))
    await syncBecomes(second.asking, { channel: 'idle', reason: null })
    await second.stop()
    const third = startDesk({ folder })
    await syncBecomes(third.asking, { channel: 'idle', reason: null })
    await third.stop()
    await cloud.end()
  })

  it('outlives a desk that is killed, time after time, after the cloud has given a new token and before it is kept', async () => {
    const dataDir = temporaryFolder('cloud')
    const folder = temporaryFolder('desk')
    const cloud = await startCloudProcess({ dataDir })
    const first = startDesk({ folder })
    const view = await valueOf(first.asking.session.signIn(demoOf(cloud)))
    await syncBecomes(first.asking, { channel: 'idle' })
    await first.stop()
    const kept = () => tokenIn(folder)
    const before = kept()
    for (let nth = 1; nth <= 3; nth += 1) {
      // Sealing is where the token goes through us: the desk dies with it in its hands.
      const doomed: DeskProcess = startDesk({ folder, beforeSealing: () => doomed.kill() })
      await doomed.gone
      expect(kept()).toEqual(before)
    }

    const again = startDesk({ folder })
    await syncBecomes(again.asking, { channel: 'idle', reason: null })
    expect(await valueOf(again.asking.session.get())).toMatchObject({ ...view, token: 'keyring' })
    await again.stop()
    expect(kept()).not.toEqual(before)
    const later = startDesk({ folder })
    await syncBecomes(later.asking, { channel: 'idle', reason: null })
    await later.stop()
    await cloud.end()
  })

  it('reopens a demo whose cloud has moved, without asking for a password', async () => {
    const dataDir = temporaryFolder('cloud')
    const folder = temporaryFolder('desk')
    const clouds: CloudProcess[] = []
    const demoCloud = {
      start: async () => {
        const cloud = await startCloudProcess({ dataDir })
        clouds.push(cloud)
        return ok({ email: '', password: '', ...cloud.demo, url: cloud.url })
      },
    }
    const before = startDesk({ folder, keyring: false, demoCloud })
    expect(await valueOf(before.asking.session.tryDemo())).toMatchObject({
      identity: { demo: true },
    })
    await before.kill()
    await clouds[0]?.end()

    const after = startDesk({ folder, keyring: false, demoCloud })
    await syncBecomes(after.asking, { channel: 'idle' })
    expect(await valueOf(after.asking.session.get())).toMatchObject({
      state: 'signed-in',
      identity: { demo: true, cloudUrl: clouds[1]?.url },
      token: 'memory',
    })
    expect(
      (await readdir(path.join(folder, 'desks'))).filter((name) => name.endsWith('.db')),
    ).toHaveLength(1)
    await after.stop()
    await clouds[1]?.end()
  })

  it('is refused, with the reason and the file, where the notes are damaged', async () => {
    const folder = temporaryFolder('desk')
    const file = path.join(folder, 'profile.db')
    await writeFile(file, 'not a database'.repeat(100))
    const desk = startDesk({ folder })
    const told = new Promise((resolve) => void desk.asking.session.changed(resolve))
    const blocked = { state: 'blocked', refusal: 'database-damaged', path: file }
    expect(await valueOf(desk.asking.session.get())).toEqual(blocked)
    expect(await told).toEqual(blocked)
    expect(await desk.asking.session.tryDemo()).toEqual({ ok: false, code: 'database-damaged' })
    await desk.stop()
  })
})
