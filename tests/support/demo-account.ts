import { randomUUID } from 'node:crypto'
import type { Role } from '../../core/role.ts'
import { demoId } from '../../cloud/demo/demo-id.ts'
import {
  changeMembership,
  findLogin,
  insertAccount,
  insertMembership,
} from '../../cloud/store/people.ts'
import { setMember } from '../../cloud/operator/members.ts'
import { addPerson, withDatabase } from './cloud-people.ts'

export type DemoAccount = ReturnType<typeof demoAccount>

/** The demo account of a running cloud, in the hands of the cloud's operator. */
export function demoAccount(dataDir: string) {
  const accountId = demoId('account')
  const regionOf = (role: Role) => (role === 'regional-admin' ? demoId('Harbour') : null)
  return {
    /** Somebody who has this role here, a Regional Admin of "Harbour"; signs in with the returned email and password. */
    member: (role: Role) => addPerson(dataDir, accountId, role, regionOf(role)),

    /** Makes the demo person the Account Admin of one more account, where nobody else is yet. */
    async addSecond(name: string): Promise<void> {
      const id = randomUUID()
      await withDatabase(dataDir, async (db) => {
        await insertAccount(db, { id, name }, new Date().toISOString())
        const membership = { personId: demoId('person'), accountId: id }
        await insertMembership(db, { ...membership, role: 'account-admin' })
      })
    },

    /** Gives somebody who signs in here another role. */
    async changeRole(email: string, role: Role): Promise<void> {
      await withDatabase(dataDir, async (db) => {
        const login = await findLogin(db, email)
        if (login === null) throw new Error(`nobody signs in as ${email}`)
        await changeMembership(
          db,
          { personId: login.id, accountId },
          { role, regionId: regionOf(role) },
        )
      })
    },

    /** Whoever was limited to a region is limited to none: they see nobody. */
    async takeRegion(email: string): Promise<void> {
      const wish = { verb: 'set', email, role: undefined, region: null } as const
      const set = await withDatabase(dataDir, (db) => setMember(db, accountId, wish, new Date()))
      if (!set.ok) throw new Error(set.code)
    },

    async switchOn(on: boolean): Promise<void> {
      await withDatabase(dataDir, (db) =>
        db
          .updateTable('account')
          .set({ active: on ? 1 : 0 })
          .where('id', '=', accountId)
          .execute(),
      )
    },
  }
}
