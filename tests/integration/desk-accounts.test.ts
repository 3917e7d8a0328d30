import { describe, expect, it } from 'vitest'
import { withDatabase } from '../support/cloud-people.ts'
import { startCloudProcess } from '../support/cloud-process.ts'
import { temporaryFolder } from '../support/cloud.ts'
import { startDesk } from '../support/desk-process.ts'

describe('accounts', { timeout: 60_000 }, () => {
  it('that are switched off are refused with a reason of their own', async () => {
    const dataDir = temporaryFolder('cloud')
    const cloud = await startCloudProcess({ dataDir })
    const desk = startDesk({ folder: temporaryFolder('desk') })
    await withDatabase(dataDir, (db) => db.updateTable('account').set({ active: 0 }).execute())
    const who = { cloudUrl: cloud.url, email: '', password: '', ...cloud.demo }
    expect(await desk.asking.session.signIn(who)).toEqual({ ok: false, code: 'account-inactive' })
    await desk.stop()
    await cloud.end()
  })
})
