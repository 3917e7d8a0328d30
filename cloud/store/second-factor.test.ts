import { Secret, TOTP } from 'otpauth'
import { expect, it } from 'vitest'
import { recoveryCodeCount } from '../../core/second-factor.ts'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { purge } from './purge.ts'
import { inTransaction } from './row-locks.ts'
import {
  checkCode,
  confirmSecret,
  offerSecret,
  readSecondFactor,
  removeSecondFactor,
  replaceRecoveryCodes,
} from './second-factor.ts'

const stepMs = 30_000

/** Somebody with an app, on a clock that stands still. */
async function withApp() {
  const { db, actor, now, passSeconds } = await createAccountDatabase()
  const { personId } = actor
  const offer = async () => (await offerSecret(db, personId, now())) ?? ''
  let secret = await offer()
  /** What the app shows so many steps from now. */
  const shown = (steps = 0) =>
    TOTP.generate({
      secret: Secret.fromBase32(secret),
      timestamp: now().getTime() + steps * stepMs,
    })
  return {
    db,
    now,
    passSeconds,
    shown,
    personId,
    offerAgain: async () => (secret = await offer()),
    confirm: (typed: string) =>
      inTransaction(db, (transaction) => confirmSecret(transaction, personId, typed, now())),
    check: (typed: string | null) =>
      inTransaction(db, (transaction) => checkCode(transaction, personId, typed, now())),
    state: () => readSecondFactor(db, personId),
  }
}

async function withFactor() {
  const app = await withApp()
  expect(await app.confirm(app.shown(-1))).toBe('on')
  return { ...app, codes: await replaceRecoveryCodes(app.db, app.personId) }
}

it('counts only once a code was confirmed', async () => {
  const { check, confirm, shown, state, now } = await withApp()
  expect(await check(null)).toBe('off')
  expect(await confirm('000000')).toBe('wrong')
  expect(await check(null)).toBe('off')
  expect(await state()).toEqual({ on: false, since: null, recoveryCodes: 0 })
  expect(await confirm(shown())).toBe('on')
  expect(await check(null)).toBe('needed')
  expect(await state()).toEqual({ on: true, since: now().toISOString(), recoveryCodes: 0 })
})

it('is offered anew until it counts, for a quarter of an hour each', async () => {
  const { offerAgain, confirm, shown, passSeconds } = await withApp()
  const before = shown()
  await offerAgain()
  expect(await confirm(before)).toBe('wrong')
  passSeconds(15 * 60 + 1)
  expect(await confirm(shown())).toBe('stale')
  await offerAgain()
  expect(await confirm(shown())).toBe('on')
  expect(await confirm(shown(1))).toBe('stale')
  expect(await offerAgain()).toBe('')
})

it('is forgotten when nobody confirmed it', async () => {
  const { db, now, passSeconds, confirm, shown } = await withApp()
  passSeconds(86_401)
  await purge(db, now())
  expect(await db.selectFrom('second_factor').selectAll().execute()).toEqual([])
  expect(await confirm(shown())).toBe('stale')
})

it('takes the code of this step and of those beside it, and no other', async () => {
  for (const [steps, answer] of [
    [-2, 'wrong'],
    [0, 'right'],
    [1, 'right'],
    [2, 'wrong'],
  ] as const) {
    const { check, shown } = await withFactor()
    expect([steps, await check(shown(steps))]).toEqual([steps, answer])
  }
})

it('takes no code twice, nor one from before the last that was taken', async () => {
  const { check, shown, passSeconds } = await withFactor()
  expect(await check(shown(-1))).toBe('wrong')
  const later = shown(1)
  expect(await check(later)).toBe('right')
  expect(await check(later)).toBe('wrong')
  expect(await check(shown(0))).toBe('wrong')
  passSeconds(30)
  expect(await check(shown(0))).toBe('wrong')
  expect(await check(shown(1))).toBe('right')
})

it('gives one of two guesses of the same moment the same code', async () => {
  const { check, shown } = await withFactor()
  const answers = await Promise.all([check(shown()), check(shown())])
  expect(answers.toSorted()).toEqual(['right', 'wrong'])
})

it('takes each recovery code once, however it is typed', async () => {
  const { check, codes, state } = await withFactor()
  expect(codes).toHaveLength(recoveryCodeCount)
  const [first = '', second = ''] = codes
  expect(await check(first)).toBe('recovered')
  expect(await check(first)).toBe('wrong')
  expect(await check(second.toLowerCase().replaceAll('-', ' '))).toBe('recovered')
  expect(await state()).toMatchObject({ recoveryCodes: recoveryCodeCount - 2 })
})

it('gives new recovery codes in place of all before, which are kept as hashes', async () => {
  const { db, personId, check, codes } = await withFactor()
  const [fresh = ''] = await replaceRecoveryCodes(db, personId)
  expect(await check(codes[0] ?? '')).toBe('wrong')
  const kept = JSON.stringify(await db.selectFrom('recovery_code').selectAll().execute())
  expect(kept).not.toContain(fresh)
  expect(kept).not.toContain(fresh.replaceAll('-', ''))
  expect(await check(fresh)).toBe('recovered')
})

it('is off and gone when it is removed', async () => {
  const { db, personId, check } = await withFactor()
  expect(await removeSecondFactor(db, personId)).toBe(true)
  expect(await check(null)).toBe('off')
  expect(await removeSecondFactor(db, personId)).toBe(false)
  expect(await db.selectFrom('recovery_code').selectAll().execute()).toEqual([])
})
