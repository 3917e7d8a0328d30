import { randomUUID } from 'node:crypto'
import type { Tokens } from '../../contracts/cloud-api.ts'
import type { Result } from '../../contracts/result.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { actorNames } from '../audit/seal.ts'
import { newToken, sha256 } from '../tokens.ts'
import { purge } from './purge.ts'
import { setPassword } from './passwords.ts'
import { endSessions } from './end-sessions.ts'
import { createSessions } from './sessions.ts'

async function signedIn() {
  const account = await createAccountDatabase()
  const sessions = createSessions(account.db, account.now)
  const desk = { id: randomUUID(), name: 'Desk' }
  const { personId } = account.actor
  const { password_hash: passwordHash } = await account.db
    .selectFrom('person')
    .select('password_hash')
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  const openBy = (by: 'password' | 'provider') =>
    sessions.open({ id: personId, by, passwordHash }, desk, randomUUID())
  const open = async () => issued(await openBy('password'))
  return { ...account, sessions, open, openBy, personId }
}

function issued(answer: Result<Tokens>): Tokens {
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

describe('a sign-in', () => {
  it('opens nothing by a password that was changed since it was checked', async () => {
    const { openBy, db, personId } = await signedIn()
    await setPassword(db, personId, 'another')
    expect(await openBy('password')).toEqual({ ok: false, code: 'sign-in.wrong' })
    expect(await db.selectFrom('desk_session').selectAll().execute()).toEqual([])
    expect(await openBy('provider')).toMatchObject({ ok: true })
  })

  it('opens nothing for somebody who was made inactive since', async () => {
    const { openBy, db } = await signedIn()
    await db.updateTable('person').set({ active: 0 }).execute()
    expect(await openBy('provider')).toEqual({ ok: false, code: 'sign-in.wrong' })
  })
})

describe('an access token', () => {
  it('is good for a quarter of an hour', async () => {
    const { sessions, open, personId, passSeconds } = await signedIn()
    const { accessToken } = await open()
    passSeconds(899)
    expect(await sessions.find(accessToken)).toMatchObject({ personId })
    passSeconds(2)
    expect(await sessions.find(accessToken)).toBeNull()
  })

  it('ends at once when its person is made inactive, and so does the refresh token', async () => {
    const { sessions, open, db } = await signedIn()
    const { accessToken, refreshToken } = await open()
    await db.updateTable('person').set({ active: 0 }).execute()
    expect(await sessions.find(accessToken)).toBeNull()
    expect(await sessions.refresh(refreshToken)).toMatchObject({ detail: { ended: 'revoked' } })
  })
})

describe('a refresh token', () => {
  it('is good after a season without the desk, counted from its last use', async () => {
    const { sessions, open, passDays } = await signedIn()
    const { refreshToken } = await open()
    passDays(179)
    const next = issued(await sessions.refresh(refreshToken))
    passDays(179)
    expect(await sessions.refresh(next.refreshToken)).toMatchObject({ ok: true })
    passDays(181)
    expect(await sessions.refresh(next.refreshToken)).toMatchObject({
      code: 'token.invalid',
      detail: { ended: 'expired' },
    })
  })

  it.each(['revoked', 'password-changed'] as const)('that was %s says so', async (ended) => {
    const { sessions, open, db, personId } = await signedIn()
    const { refreshToken, accessToken } = await open()
    expect(await endSessions(db, personId, ended)).toBe(1)
    expect(await sessions.find(accessToken)).toBeNull()
    expect(await sessions.refresh(refreshToken)).toMatchObject({ detail: { ended } })
    expect(await endSessions(db, personId, ended)).toBe(0)
  })

  it('is still told why it ended after the housekeeping, and works again after a sign-in', async () => {
    const { sessions, open, db, personId, passDays, now } = await signedIn()
    const { refreshToken } = await open()
    await endSessions(db, personId, 'revoked')
    passDays(200)
    await purge(db, now())
    expect(await sessions.refresh(refreshToken)).toMatchObject({ detail: { ended: 'revoked' } })
    const { accessToken } = await open()
    expect(await sessions.find(accessToken)).not.toBeNull()
  })

  it('still works when the desk used the new access token but was killed before keeping the new pair', async () => {
    const { sessions, open } = await signedIn()
    const { refreshToken } = await open()
    const lost = issued(await sessions.refresh(refreshToken))
    expect(await sessions.find(lost.accessToken)).not.toBeNull()
    expect(await sessions.refresh(refreshToken)).toMatchObject({ ok: true })
  })

  it('stays good while its successors are on their way, however often it was asked for one', async () => {
    const { sessions, open } = await signedIn()
    const { refreshToken } = await open()
    const first = issued(await sessions.refresh(refreshToken))
    const second = issued(await sessions.refresh(refreshToken))
    const third = issued(await sessions.refresh(refreshToken))
    expect(first.refreshToken).not.toBe(second.refreshToken)
    // The network delivered the first question once more, and the desk has kept the first answer.
    expect(await sessions.refresh(first.refreshToken)).toMatchObject({ ok: true })
    expect(await sessions.find(third.accessToken)).not.toBeNull()
  })

  it('that comes late, just after its successor was used, is refused and ends nothing', async () => {
    const { sessions, open, passSeconds } = await signedIn()
    const { refreshToken } = await open()
    const next = issued(await sessions.refresh(refreshToken))
    const after = issued(await sessions.refresh(next.refreshToken))
    passSeconds(60)
    expect(await sessions.refresh(refreshToken)).toEqual({ ok: false, code: 'token.invalid' })
    expect(await sessions.refresh(after.refreshToken)).toMatchObject({ ok: true })
  })

  it('that was superseded and comes again is in two hands: the session ends for both', async () => {
    const { sessions, open, passSeconds } = await signedIn()
    const { refreshToken: stolen } = await open()
    const [thief, honest] = [await sessions.refresh(stolen), await sessions.refresh(stolen)]
    const used = issued(await sessions.refresh(issued(honest).refreshToken))
    passSeconds(600)
    const reused = { code: 'token.invalid', detail: { ended: 'reused' } }
    expect(await sessions.refresh(issued(thief).refreshToken)).toMatchObject(reused)
    expect(await sessions.refresh(used.refreshToken)).toMatchObject(reused)
    expect(await sessions.find(used.accessToken)).toBeNull()
  })

  it('in two hands is told in the audit, once, with whose it is and of which desk', async () => {
    const { sessions, open, db, personId, passSeconds } = await signedIn()
    const { refreshToken: stolen } = await open()
    const honest = issued(await sessions.refresh(stolen))
    await sessions.refresh(honest.refreshToken)
    passSeconds(600)
    for (const again of [stolen, stolen, honest.refreshToken]) await sessions.refresh(again)
    const told = await db.selectFrom('audit').select(['what', 'who_id', 'who']).execute()
    const copied = told.filter(({ what }) => what === 'sign-in-copied')
    expect(copied.map((each) => each.who_id)).toEqual([personId])
    expect(actorNames(copied[0]?.who ?? '')).toEqual({ person: 'A', desk: 'Desk' })
  })

  it('that somebody made up for a session is like one of no session, and ends nothing', async () => {
    const { sessions, open, db, passSeconds } = await signedIn()
    const { refreshToken } = await open()
    const [id, family, secret] = refreshToken.split('.')
    const made = newToken()
    passSeconds(600)
    for (const guess of [
      `${id}.${made}`,
      `${id}.${made}.${secret}`,
      `${id}.${family?.slice(0, -1)}.${secret}`,
      `${id}..${secret}`,
      `${id}.`,
      `${randomUUID()}.${family}.${secret}`,
    ]) {
      expect(await sessions.refresh(guess)).toEqual({ ok: false, code: 'token.invalid' })
    }
    expect(await sessions.refresh(refreshToken)).toMatchObject({ ok: true })
    await db.updateTable('desk_session').set({ ended: 'revoked' }).execute()
    const guess = `${id}.${made}.${made}`
    expect(await sessions.refresh(guess)).toEqual({ ok: false, code: 'token.invalid' })
  })

  it('asked with at the same moment gives each a successor', async () => {
    const { sessions, open } = await signedIn()
    const { refreshToken } = await open()
    const answers = await Promise.all([
      sessions.refresh(refreshToken),
      sessions.refresh(refreshToken),
    ])
    expect(await sessions.refresh(issued(answers[0]).refreshToken)).toMatchObject({ ok: true })
    expect(answers[1].ok).toBe(true)
  })

  it('from before tokens named their session is still good', async () => {
    const { sessions, open, db } = await signedIn()
    await open()
    const old = 'A'.repeat(43)
    await sql`update desk_session set refresh_hash = ${sha256(old)}, family_hash = null`.execute(db)
    const next = issued(await sessions.refresh(old))
    expect(next.refreshToken.split('.')).toHaveLength(2)
    expect(await sessions.refresh(next.refreshToken)).toMatchObject({ ok: true })
  })

  it('ends when the person signs in again at the same desk', async () => {
    const { sessions, open } = await signedIn()
    const { refreshToken, accessToken } = await open()
    await open()
    expect(await sessions.refresh(refreshToken)).toEqual({ ok: false, code: 'token.invalid' })
    expect(await sessions.find(accessToken)).toBeNull()
  })
})
