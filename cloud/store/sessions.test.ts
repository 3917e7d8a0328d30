import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createAccountDatabase } from '../../tests/support/cloud-database.ts'
import { createSessions } from './sessions.ts'

async function signedIn() {
  const account = await createAccountDatabase()
  const sessions = createSessions(account.db, account.now)
  const desk = { id: randomUUID(), name: 'Desk' }
  const { personId } = account.actor
  const open = () => sessions.open(personId, desk, randomUUID())
  return { ...account, sessions, open, personId }
}

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
    expect(await sessions.refresh(refreshToken)).toBeNull()
  })
})

describe('a refresh token', () => {
  it('is good after a season without the desk, counted from its last use', async () => {
    const { sessions, open, passDays } = await signedIn()
    const { refreshToken } = await open()
    passDays(179)
    const next = await sessions.refresh(refreshToken)
    passDays(179)
    expect(await sessions.refresh(next?.refreshToken ?? '')).not.toBeNull()
    passDays(181)
    expect(await sessions.refresh(next?.refreshToken ?? '')).toBeNull()
  })

  it('still works when the desk used the new access token but was killed before keeping the new pair', async () => {
    const { sessions, open } = await signedIn()
    const { refreshToken } = await open()
    const lost = await sessions.refresh(refreshToken)
    expect(await sessions.find(lost?.accessToken ?? '')).not.toBeNull()
    expect(await sessions.refresh(refreshToken)).not.toBeNull()
  })

  it('ends when the person signs in again at the same desk', async () => {
    const { sessions, open } = await signedIn()
    const { refreshToken, accessToken } = await open()
    await open()
    expect(await sessions.refresh(refreshToken)).toBeNull()
    expect(await sessions.find(accessToken)).toBeNull()
  })
})
