import { expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { notReady } from './readiness.ts'

it('is not ready when the database takes too long to answer', async () => {
  const { db } = await createAccountDatabase()
  const whileHeld = await db.transaction().execute(() => notReady(db, 20))
  expect(whileHeld).toBe('database')
  expect(await notReady(db, 5000)).toBeNull()
})
