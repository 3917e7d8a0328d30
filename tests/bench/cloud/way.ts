import { randomUUID } from 'node:crypto'
import { v7 } from 'uuid'
import { cloudApi } from '../../../contracts/cloud-api.ts'
import { type CloudProcess, startCloudProcess } from '../../support/cloud-process.ts'
import { batchOf, personWithCard } from '../outbox/cloud-rows.ts'
import type { Place } from './databases.ts'

/** A cloud in a process of its own, and one desk that speaks to it by plain HTTP. */
export type Way = {
  readonly cloud: CloudProcess
  readonly accountId: string
  readonly personId: string
  readonly post: (body: string, accountId?: string) => Promise<void>
  /** The next page after a cursor, or the newest cursor. */
  readonly changes: (cursor?: string) => Promise<{ readonly next: string; readonly ids: string[] }>
}

export async function openWay(place: Place, name: string): Promise<Way> {
  const cloud = await startCloudProcess(await place.where(name))
  if (cloud.demo === undefined) throw new Error('the cloud has no demo person')
  const json = { 'content-type': 'application/json' }
  const ask = async (path: string, init: RequestInit) => {
    const answer = await fetch(cloud.url + path, init)
    if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`)
    return answer.json()
  }
  const body = JSON.stringify({ ...cloud.demo, desk: { id: randomUUID(), name: 'Bench' } })
  const entered = cloudApi.signIn.response.parse(
    await ask('/v1/sign-in', { method: 'POST', headers: json, body }),
  )
  const accountId = entered.accounts[0]?.id ?? ''
  const headers = { ...json, authorization: `Bearer ${entered.tokens.accessToken}` }
  return {
    cloud,
    accountId,
    personId: entered.person.id,
    async post(batch, account = accountId) {
      const path = `/v1/accounts/${account}/sync/batch`
      const answer = await ask(path, { method: 'POST', headers, body: batch })
      const { results } = cloudApi.batch.response.parse(answer)
      const other = results.find(({ outcome }) => outcome !== 'applied')
      if (other !== undefined) throw new Error(`not applied: ${JSON.stringify(other)}`)
    },
    async changes(cursor) {
      const query = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`
      const page = cloudApi.changes.response.parse(
        await ask(`/v1/accounts/${accountId}/changes${query}`, { headers }),
      )
      return { next: page.next, ids: page.changes.map(({ id }) => id) }
    },
  }
}

let made = 0

/** So many people with cards of their own, as a desk sends them in one batch. */
export function batchOfNew(count: number): {
  readonly ids: readonly string[]
  readonly body: string
} {
  const items = Array.from({ length: count }, () => {
    made += 1
    return { id: v7(), fields: personWithCard(made) }
  })
  return { ids: items.map(({ id }) => id), body: batchOf(items) }
}
