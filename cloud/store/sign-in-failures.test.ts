import { expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { purge } from './purge.ts'
import { createFailedSignIns } from './sign-in-failures.ts'

async function guessing() {
  const { db, now, passSeconds } = await createAccountDatabase()
  const failures = createFailedSignIns(db, now)
  const fail = async (times: number) => {
    for (let nth = 0; nth < times; nth++) await failures.failed('A@x.example', 'here')
  }
  const wait = (email = 'a@x.example', address = 'here') => failures.waitSeconds(email, address)
  return { db, now, failures, fail, wait, passSeconds }
}

it('lets ten mistakes pass and then makes the eleventh attempt wait', async () => {
  const { fail, wait } = await guessing()
  await fail(9)
  expect(await wait()).toBe(0)
  await fail(1)
  expect(await wait()).toBe(300)
})

it('counts guesses of the same moment, at whichever cloud of the database', async () => {
  const { db, now, wait } = await guessing()
  const clouds = [createFailedSignIns(db, now), createFailedSignIns(db, now)]
  const guesses = clouds.flatMap((cloud) => Array.from({ length: 5 }, () => cloud))
  await Promise.all(guesses.map((cloud) => cloud.failed('a@x.example', 'here')))
  expect(await wait()).toBe(300)
})

it('concerns one email from one address', async () => {
  const { fail, wait } = await guessing()
  await fail(10)
  expect(await wait('b@x.example')).toBe(0)
  expect(await wait('a@x.example', 'elsewhere')).toBe(0)
})

it('is over after the wait, and after the right password', async () => {
  const { failures, fail, wait, passSeconds } = await guessing()
  await fail(10)
  passSeconds(300)
  expect(await wait()).toBe(0)
  await fail(9)
  await failures.succeeded('a@x.example', 'here')
  await fail(9)
  expect(await wait()).toBe(0)
})

it('keeps nothing once it is over, and never who it was about', async () => {
  const { db, now, fail, passSeconds } = await guessing()
  await fail(1)
  const rows = await db.selectFrom('sign_in_failure').selectAll().execute()
  expect(JSON.stringify(rows)).not.toMatch(/x\.example|here/)
  passSeconds(301)
  await purge(db, now())
  expect(await db.selectFrom('sign_in_failure').selectAll().execute()).toEqual([])
})
