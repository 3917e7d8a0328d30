import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createMetricsServer } from '../../cloud/metrics-server.ts'
import { createOf, refusal, request, signInDesk } from '../support/cloud-desk.ts'
import { copyLink, invite, page } from '../support/cloud-invitations.ts'
import { type RunningCloud, startCloud } from '../support/cloud.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'
import { postgresPort } from '../support/test-database.ts'

let cloud: RunningCloud
const anyPort = { host: '127.0.0.1', port: 0 }
beforeAll(async () => {
  cloud = await startCloud({ metrics: anyPort })
})
afterAll(() => cloud.stop())

const demo = () => cloud.demo ?? { email: '', password: '' }
const told = async () => (await fetch(cloud.metricsUrl ?? '')).text()
const valueOf = (text: string, line: string) =>
  Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.split(' ')[1] ?? Number.NaN,
  )

describe('the metrics of a cloud', () => {
  it('count requests by endpoint and status, items by outcome, and how far desks were behind', async () => {
    const before = await told()
    const desk = await signInDesk(cloud.url, demo())
    const item = createOf({ firstName: 'Counted' })
    await desk.send(
      item,
      createOf({ email: 'a@site.example' }),
      createOf({ email: 'a@site.example' }),
    )
    await desk.send(item)
    await desk.changes()
    await refusal(cloud.url, '/v1/nothing')
    const text = await told()
    const more = (line: string) => valueOf(text, line) - (valueOf(before, line) || 0)
    const asked = (endpoint: string, status: number) =>
      more(`tapdesk_http_request_duration_seconds_count{endpoint="${endpoint}",status="${status}"}`)
    expect(asked('/v1/sign-in', 200)).toBe(1)
    expect(asked('/v1/accounts/:accountId/sync/batch', 200)).toBe(2)
    expect(asked('none', 404)).toBe(1)
    const items = (outcome: string, code: string) =>
      more(`tapdesk_batch_items_total{outcome="${outcome}",code="${code}"}`)
    expect(items('applied', '')).toBe(2)
    expect(items('replayed', '')).toBe(1)
    expect(items('refused', 'email.taken')).toBe(1)
    expect(more('tapdesk_feed_lag_changes_count')).toBe(1)
    expect(more('tapdesk_feed_lag_changes_sum')).toBeGreaterThanOrEqual(2)
  })

  it('tell how many mails wait and since when, the process, and the connections of PostgreSQL', async () => {
    const sink = await startSmtpSink()
    const second = await startCloud({ metrics: anyPort, smtpUrl: sink.url })
    const desk = await signInDesk(second.url, second.demo ?? demo())
    sink.refuse('later@site.example', 451, 'Try later')
    await desk.send(createOf({ email: 'later@site.example' }))
    const text = await (await fetch(second.metricsUrl ?? '')).text()
    expect(valueOf(text, 'tapdesk_mails_waiting')).toBe(1)
    expect(valueOf(text, 'tapdesk_mail_overdue_seconds')).toBeGreaterThanOrEqual(0)
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
    const open = valueOf(text, 'tapdesk_database_connections{state="open"}')
    expect(open > 0).toBe(postgresPort !== 0)
    await second.stop()
    await sink.stop()
  })

  it('hold no id, no address and no name, whatever was asked for', async () => {
    const desk = await signInDesk(cloud.url, demo())
    const { id, state } = await invite(desk, { firstName: 'Canary', lastName: 'Secretname' })
    const { url } = await copyLink(cloud.url, desk, id)
    await page(url)
    await request(cloud.url, `/v1/Secretpath/${id}?email=${state?.email}`)
    const text = await told()
    expect(text).toContain('endpoint="/register/:token"')
    const never = [id, state?.email ?? '', url.slice(-43), desk.token, desk.signedIn.person.id]
    for (const each of [
      ...never,
      'Canary',
      'Secretname',
      'Secretpath',
      'tapdesk.test',
      desk.account,
    ]) {
      expect(text).not.toContain(each)
    }
  })

  it('are not told at the address of the desks, and nothing else is at theirs', async () => {
    expect((await request(cloud.url, '/metrics')).status).toBe(404)
    const { origin } = new URL(cloud.metricsUrl ?? '')
    expect((await fetch(`${origin}/v1/health`)).status).toBe(404)
    expect((await fetch(`${origin}/metrics`, { method: 'POST' })).status).toBe(404)
    const without = await startCloud()
    expect(without.metricsUrl).toBeNull()
    await without.stop()
  })

  it('are refused at an address that is taken, before anything is served', async () => {
    const { port } = new URL(cloud.metricsUrl ?? '')
    const taken = startCloud({ metrics: { host: '127.0.0.1', port: Number(port) } })
    await expect(taken).rejects.toThrow('port-in-use')
  })

  it('are unavailable, not half a page, when the database does not answer', async () => {
    const bugs: unknown[] = []
    const text = () => Promise.reject(new Error('away'))
    const server = createMetricsServer({ text, contentType: 'text/plain' }, (bug: unknown) =>
      bugs.push(bug),
    )
    const started = await server.start(anyPort)
    expect((await fetch(started.ok ? started.value : '')).status).toBe(503)
    expect(bugs).toHaveLength(1)
    await server.stop()
  })
})
