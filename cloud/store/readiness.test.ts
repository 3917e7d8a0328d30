import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { notReady } from './readiness.ts'

it('is ready with every migration of this program done, also when a later program did more', async () => {
  const { db } = await createAccountDatabase()
  expect(await notReady(db, 5000)).toBeNull()
  await sql`insert into kysely_migration (name, timestamp) values ('9999-later', 'now')`.execute(db)
  expect(await notReady(db, 5000)).toBeNull()
})

it('is not ready while a migration is missing', async () => {
  const { db } = await createAccountDatabase()
  await sql`delete from kysely_migration where name = '0010-desk-log'`.execute(db)
  expect(await notReady(db, 5000)).toBe('schema')
})

it('is not ready when the database is away', async () => {
  const { db } = await createAccountDatabase()
  await db.destroy()
  expect(await notReady(db, 5000)).toBe('database')
})
