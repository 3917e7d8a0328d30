import { randomUUID } from 'node:crypto'
import type { Role } from '../../core/role.ts'
import { addPerson, withDatabase } from './cloud-people.ts'
import { startCloud } from './cloud.ts'
import { startOpenIdProvider } from './openid-provider.ts'

export type OpenIdHouse = Awaited<ReturnType<typeof startOpenIdHouse>>

/** A cloud that believes a provider, and members whom both of them know. */
export async function startOpenIdHouse() {
  const provider = await startOpenIdProvider()
  const cloud = await startCloud({ openId: provider.options })
  const accountId = await onlyAccount(cloud.dataDir)
  return {
    provider,
    cloud,
    accountId,
    /** A member of ours whom the provider knows under a name of its own. */
    somebody: async (role: Role = 'account-admin') => {
      const person = await addPerson(cloud.dataDir, accountId, role)
      const subject = randomUUID()
      provider.account(subject, person.email)
      return { ...person, subject }
    },
    async stop() {
      await cloud.stop()
      await provider.stop()
    },
  }
}

export function onlyAccount(dataDir: string): Promise<string> {
  return withDatabase(dataDir, async (db) => {
    const { id } = await db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    return id
  })
}
