import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cloudApi } from '../../contracts/cloud-api.ts'
import { appliedChange, createOf, jsonBody, request, signInDesk } from '../support/cloud-desk.ts'
import { type CloudProcess, runCloudCommand, startCloudProcess } from '../support/cloud-process.ts'
import { temporaryFolder } from '../support/cloud.ts'
import { startSmtpSink } from '../support/smtp-sink.ts'
import { databaseOf } from '../support/test-database.ts'

const database = await databaseOf(temporaryFolder('cloud'))
const sink = await startSmtpSink()
/** Its own, so that no other program is given the port of a cloud that is away. */
const host = '127.0.0.2'
const startOne = (port = 0) => startCloudProcess({ ...database, host, port, smtpUrl: sink.url })
const portOf = ({ url }: CloudProcess) => Number(new URL(url).port)

let clouds: [CloudProcess, CloudProcess]
let demo: { email: string; password: string }

beforeAll(async () => {
  clouds = await Promise.all([startOne(), startOne()])
  demo = clouds[0].demo ?? { email: '', password: '' }
}, 60_000)
afterAll(async () => {
  await Promise.all(clouds.map((cloud) => cloud.end()))
  await sink.stop()
})

describe('two clouds on one PostgreSQL', () => {
  it('start at the same moment on an empty database and are one cloud with one demo', () => {
    expect(clouds[0].cloudId).toBe(clouds[1].cloudId)
    expect(clouds[0].demo).toEqual(clouds[1].demo)
  })

  it('take the same desk: signed in here, writing there, reading what either wrote', async () => {
    const here = await signInDesk(clouds[0].url, demo)
    const there = await signInDesk(clouds[1].url, demo)
    const { next } = await here.changes()
    const made = createOf({ firstName: 'Over there' })
    await there.send(made)
    expect((await here.changes(next)).changes.map(({ id }) => id)).toEqual([made.recordId])
    const [again] = await here.send(made)
    expect(again).toMatchObject({ outcome: 'applied', replayed: true })
    expect(await here.digest()).toEqual(await there.digest())
  })

  it('never let a reader of one skip what writers of both commit', async () => {
    const desks = await Promise.all(clouds.map(({ url }) => signInDesk(url, demo)))
    const [reading] = desks
    if (!reading) throw new Error('no desk')
    const seen = new Set<string>()
    let { next: cursor } = await reading.changes()
    const read = async () => {
      const page = await reading.changes(cursor, 9)
      for (const { id } of page.changes) seen.add(id)
      cursor = page.next
      return page.hasMore
    }
    const made: string[] = []
    const write = async (desk: (typeof desks)[number]) => {
      for (let nth = 0; nth < 25; nth += 1) {
        const items = Array.from({ length: 1 + (nth % 4) }, () => createOf({ firstName: 'w' }))
        for (const result of await desk.send(...items)) made.push(appliedChange(result).id)
      }
    }
    const writers = { busy: true }
    const reader = (async () => {
      while (writers.busy) await read()
      while (await read());
    })()
    await Promise.all([...desks, ...desks].map(write))
    writers.busy = false
    await reader
    expect(made).toHaveLength(4 * 61)
    expect(made.filter((id) => !seen.has(id))).toEqual([])
  })

  it('give a card to one holder, whoever asks where', async () => {
    const desks = await Promise.all(clouds.map(({ url }) => signInDesk(url, demo)))
    for (let nth = 0; nth < 10; nth += 1) {
      const cardId = `CC0000${nth.toString(16).padStart(2, '0')}`.toUpperCase()
      const both = desks.map((desk) => desk.send(createOf({ firstName: 'Wants', cardId })))
      const outcomes = (await Promise.all(both)).flat().map(({ outcome }) => outcome)
      expect(outcomes.toSorted()).toEqual(['applied', 'refused'])
    }
  })

  it('mail an invitation once between them', async () => {
    const desk = await signInDesk(clouds[0].url, demo)
    const emails = Array.from({ length: 20 }, () => `${randomUUID().slice(0, 8)}@once.example`)
    await desk.send(...emails.map((email) => createOf({ email })))
    for (const email of emails) await sink.mailTo(email)
    const sent = sink.mails.flatMap(({ recipients }) => recipients)
    expect(sent.filter((to) => to.endsWith('@once.example')).toSorted()).toEqual(emails.toSorted())
  })

  it('count wrong passwords together', async () => {
    const guess = { email: `${randomUUID()}@x.example`, password: 'guess' }
    const desk = { id: randomUUID(), name: 'Desk' }
    const statuses: number[] = []
    for (let nth = 0; nth < 11; nth += 1) {
      const { url } = clouds[nth % 2 === 0 ? 0 : 1]
      statuses.push((await request(url, '/v1/sign-in', jsonBody({ ...guess, desk }))).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429])
  })
})

describe('a rolling restart', () => {
  it('loses and doubles nothing of a desk that goes on at whichever cloud answers', async () => {
    const wanted = Array.from({ length: 120 }, (_, nth) =>
      createOf({ firstName: `Rolling ${nth}` }),
    )
    const tokens = await signInDesk(clouds[1].url, demo)
    let asked = 0
    const sendOnce = async (item: object) => {
      const { url } = clouds[(asked += 1) % 2 === 0 ? 0 : 1]
      const post = jsonBody({ items: [item] }, tokens.token)
      const { text } = await request(url, `${tokens.account}/sync/batch`, post)
      const { results } = cloudApi.batch.response.parse(JSON.parse(text))
      expect(results).toMatchObject([{ outcome: 'applied' }])
    }
    const sendAll = async () => {
      const patience = { timeout: 30_000, interval: 20 }
      for (const item of wanted) await vi.waitFor(() => sendOnce(item), patience)
    }
    // One drains on SIGTERM, the other is killed in the middle of whatever it does.
    const restartBoth = async () => {
      const port = portOf(clouds[0])
      expect(await clouds[0].end('SIGTERM')).toBe(0)
      clouds[0] = await startOne(port)
      const other = portOf(clouds[1])
      await clouds[1].end('SIGKILL')
      clouds[1] = await startOne(other)
    }
    await Promise.all([sendAll(), restartBoth()])

    const desk = await signInDesk(clouds[1].url, demo)
    const names: string[] = []
    for (let page = await desk.snapshot(); ;) {
      for (const { state } of page.records) names.push(state?.firstName ?? '')
      if (!page.hasMore) break
      page = await desk.snapshot(page.records.at(-1)?.id)
    }
    const rolled = names.filter((name) => name.startsWith('Rolling ')).toSorted()
    expect(rolled).toEqual(wanted.map(({ fields }) => fields.firstName).toSorted())
  }, 60_000)
})

describe('a database that is not there', () => {
  it('is named in one sentence, as is an address that is none', async () => {
    const nowhere = 'postgres://tapdesk@127.0.0.1:1/tapdesk'
    const missing = (database.databaseUrl ?? '').replace(/[^/]+$/, 'not_there')
    for (const [databaseUrl, text] of [
      [nowhere, 'cannot be reached'],
      [missing, 'does not let this cloud in'],
      ['mysql://localhost/x', 'no address of a PostgreSQL database'],
    ] as const) {
      const args = ['--port', '0', '--data', temporaryFolder('cloud')]
      const { code, stderr } = await runCloudCommand(args, '', { DATABASE_URL: databaseUrl })
      expect(code).toBe(1)
      expect(stderr).toContain(text)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  }, 60_000)
})
