import { afterAll, beforeAll, expect, it } from 'vitest'
import { purge } from '../../cloud/store/purge.ts'
import {
  type Desk,
  appliedChange,
  bearer,
  createOf,
  deleteOf,
  refusal,
  signInDesk,
} from '../support/cloud-desk.ts'
import { withDatabase } from '../support/cloud-people.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'

let cloud: RunningCloud
let desk: Desk
const signIn = () => signInDesk(cloud.url, cloud.demo ?? { email: '', password: '' })

beforeAll(async () => {
  cloud = await startCloud()
  desk = await signIn()
})
afterAll(() => cloud.stop())

it('asks for a snapshot once deletions that a cursor has not seen are purged', async () => {
  const old = (await desk.changes()).next
  const [made] = await desk.send(createOf({ firstName: 'Purged' }))
  await desk.send(deleteOf(appliedChange(made).id, 1))
  const current = (await desk.changes()).next
  const inTwoHundredDays = new Date(Date.now() + 200 * 86_400_000)
  await withDatabase(cloud.dataDir, (db) => purge(db, inTwoHundredDays))
  desk = await signIn()
  const path = `${desk.account}/changes?cursor=${old}`
  const { code } = await refusal(cloud.url, path, { headers: bearer(desk.token) })
  expect(code).toBe('cursor.expired')
  expect((await desk.changes(current)).changes).toEqual([])
})
