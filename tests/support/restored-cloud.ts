import { mkdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { v7 } from 'uuid'
import { backUp } from '../../cloud/backup/back-up.ts'
import { putBack } from '../../cloud/backup/put-back.ts'
import { createCloudClient } from '../../electron/cloud-client/create-cloud-client.ts'
import { type CloudBehindFaults, startDesk } from './desk-over-http.ts'

/** A cloud that is backed up, lost, and put back: the one of this test. */
export function restorable(cloudNow: () => CloudBehindFaults) {
  const dataDir = () => path.join(cloudNow().folder, 'cloud')
  const file = () => path.join(cloudNow().folder, 'cloud.backup')

  /** A restore ends every sign-in. */
  async function signInAgain() {
    const cloud = cloudNow()
    const client = createCloudClient({ baseUrl: cloud.url, fetch, desk: 'Tapdesk (test)' })
    const desk = { id: v7(), name: 'Test desk' }
    const signedIn = await client.signIn({ body: { ...cloud.demo, desk } })
    if (!signedIn.ok) throw new Error(signedIn.code)
    Object.assign(cloud.tokens, signedIn.value.tokens)
  }

  return {
    signInAgain,
    backUpNow: async () => {
      const done = await backUp({ dataDir: dataDir() }, file(), new Date())
      if (!done.ok) throw new Error(done.code)
    },

    /** The disk of the cloud is gone; its operator puts the backup in its place. */
    putBackNow: async (secondsLater = 0) => {
      await cloudNow().stopCloud()
      renameSync(dataDir(), `${dataDir()}-${v7()}`)
      mkdirSync(dataDir())
      const now = new Date(Date.now() + secondsLater * 1000)
      const done = await putBack({ dataDir: dataDir() }, file(), now)
      if (!done.ok) throw new Error(done.code)
      await cloudNow().startCloud()
    },

    /** The desk of the same person on the same database, signed in again. */
    signedInAgain: async (options: Parameters<typeof startDesk>[2] = {}) => {
      await signInAgain()
      return startDesk(cloudNow(), cloudNow().tokens.accessToken, options)
    },

    /** Everybody in the cloud whose last name begins so, by id. */
    inCloud: async (begin: string) => {
      const query = { limit: 500 }
      const cloud = cloudNow()
      const { accessToken: token } = cloud.tokens
      const params = { accountId: cloud.accountId }
      const page = await cloud.client.snapshot({ params, query, token })
      if (!page.ok) throw new Error(page.code)
      const found = page.value.records.filter(({ state }) => state?.lastName.startsWith(begin))
      return new Map(found.map(({ id, state }) => [id, state]))
    },
  }
}
