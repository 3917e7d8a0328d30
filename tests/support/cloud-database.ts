import { randomUUID } from 'node:crypto'
import type { ItemResult } from '../../contracts/cloud-api.ts'
import type { Role } from '../../core/role.ts'
import type { Actor } from '../../cloud/operations/operation-context.ts'
import { runBatch } from '../../cloud/operations/run-batch.ts'
import { openDatabase } from '../../cloud/store/open-database.ts'
import { insertAccount, insertMembership, insertPerson } from '../../cloud/store/people.ts'
import { temporaryFolder } from './cloud.ts'
import { databaseOf } from './test-database.ts'

/** A cloud's database with one account and one person, and a clock that stands still until it is set. */
export async function createAccountDatabase(role: Role = 'account-admin') {
  const opened = await openDatabase(await databaseOf(temporaryFolder('cloud')))
  if (!opened.ok) throw new Error(opened.code)
  const db = opened.value
  let at = Date.parse('2026-11-23T10:00:00.000Z')
  const now = () => new Date(at)
  const bugs: unknown[] = []
  const actor: Actor = {
    personId: randomUUID(),
    person: 'A',
    desk: { id: randomUUID(), name: 'Test desk' },
    accountId: randomUUID(),
    role,
    regionId: null,
  }
  const { personId, accountId } = actor
  const person = { id: personId, email: 'a@b.example', name: 'A', passwordHash: 'none' }
  await insertAccount(db, { id: accountId, name: 'Account' }, now().toISOString())
  await insertPerson(db, person, now().toISOString())
  await insertMembership(db, { personId, accountId, role })
  return {
    db,
    actor,
    now,
    bugs,
    passDays: (days: number) => (at += days * 86_400_000),
    passSeconds: (seconds: number) => (at += seconds * 1000),
    run: (...items: readonly { readonly opId: string }[]): Promise<ItemResult[]> =>
      runBatch(db, actor, items, { now, onBug: (error) => bugs.push(error) }),
  }
}
