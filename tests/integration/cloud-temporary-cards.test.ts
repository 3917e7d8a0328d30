import { afterAll, beforeAll, expect, it } from 'vitest'
import { endTemporaryCards } from '../../cloud/store/end-temporary-cards.ts'
import type { CardStep } from '../../core/card-step.ts'
import { stepOf } from '../support/cloud-cards.ts'
import { type Desk, appliedChange, createOf, signInDesk, updateOf } from '../support/cloud-desk.ts'
import { latest } from '../support/cloud-invitations.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let admin: Desk

beforeAll(async () => {
  cloud = await startCloud()
  admin = await signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })
})
afterAll(() => cloud.stop())

const lend = (cardId: string, until: string): CardStep => {
  return { action: 'lend', cardId, surfaceId: 'T-1', until }
}

it('ends temporary cards by itself, once, and tells about it in the feed', async () => {
  const [soon, later] = ['AD0000A1', 'AD0000A2']
  const [made] = await admin.send(createOf({ firstName: 'Visitor' }))
  const { id } = appliedChange(made)
  await admin.send(
    stepOf(id, lend(soon, '2098-01-01T18:00:00Z')),
    stepOf(id, lend(later, '2099-01-01T18:00:00.000Z')),
  )
  const at = (time: string) =>
    withDatabase(cloud.dataDir, (db) => endTemporaryCards(db, new Date(time)))
  await at('2098-01-01T17:59:59Z')
  expect(await latest(admin, id)).toMatchObject({ version: 3 })
  await at('2098-01-01T18:00:00Z')
  await at('2098-01-01T18:01:00Z')
  expect(await latest(admin, id)).toMatchObject({
    version: 4,
    state: {
      otherCards: [
        { cardId: soon, status: 'ended' },
        { cardId: later, status: 'temporary' },
      ],
    },
  })
  // Nobody asked for that version, so a change made without knowing it is no conflict.
  const [changed] = await admin.send(updateOf(id, 3, { lastName: 'Guest' }))
  expect(changed?.outcome).toBe('applied')
  const [back] = await admin.send(stepOf(id, { action: 'take-back', cardId: soon }))
  expect(appliedChange(back).state?.otherCards).toMatchObject([{ cardId: later }])
})
