import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type FaultProxy, startFaultProxy } from '../../tests/support/fault-proxy.ts'
import { createCloudClient } from './create-cloud-client.ts'

const params = { accountId: '019ab000-0000-7000-8000-0000000000aa' }
const ends: (() => unknown)[] = []
afterEach(() => Promise.all(ends.splice(0).map((end) => end())))

/** A cloud that answers everything with 404, and a client whose time the test moves. */
async function setUp() {
  const proxy: FaultProxy = await startFaultProxy()
  ends.push(() => proxy.close())
  const time = { monotonicMs: 0 }
  const client = createCloudClient({
    baseUrl: proxy.url,
    fetch,
    desk: 'test',
    reach: { monotonicMs: () => time.monotonicMs },
  })
  const ask = () => client.digest({ params, token: 't' })
  const seen = () => proxy.seen.map(({ url }) => url.split('/').at(-1))
  return { proxy, time, ask, seen }
}

describe('reaching a cloud', () => {
  it('gives up soon where connections are swallowed, however long the answer may take', async () => {
    const hole = createServer()
    hole.listen(0, '127.0.0.1')
    await once(hole, 'listening')
    ends.push(() => hole.close())
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a listening TCP server has such an address
    const { port } = hole.address() as AddressInfo
    const client = createCloudClient({
      baseUrl: `http://127.0.0.1:${port}`,
      fetch,
      desk: 'test',
      reach: { monotonicMs: () => 0, limitMs: 20 },
    })
    const answer = await client.digest({ params, token: 't', timeoutMs: 3_600_000 })
    // No item of a batch is to blame: nothing was sent.
    expect(answer).toEqual({ ok: false, code: 'network' })
  })

  it('knocks at first and after a silence, and not in between', async () => {
    const { time, ask, seen } = await setUp()
    await ask()
    await ask()
    expect(seen()).toEqual(['health', 'digest', 'digest'])
    time.monotonicMs = 9_999
    await ask()
    time.monotonicMs = 25_000
    await ask()
    expect(seen().slice(3)).toEqual(['digest', 'health', 'digest'])
  })

  it('knocks once for all who wait', async () => {
    const { ask, seen } = await setUp()
    await Promise.all([ask(), ask(), ask()])
    expect(seen().filter((name) => name === 'health')).toHaveLength(1)
  })

  it('knocks again after the knock was not answered', async () => {
    const { proxy, ask, seen } = await setUp()
    proxy.plan({ kind: 'reset' })
    expect(await ask()).toEqual({ ok: false, code: 'network' })
    await ask()
    expect(seen()).toEqual(['health', 'health', 'digest'])
  })

  it('leaves it to the request to say what else may be there', async () => {
    const { proxy, ask } = await setUp()
    const page = { kind: 'reply', status: 200, type: 'text/html', body: '<p>Welcome' } as const
    proxy.plan(page, page)
    expect(await ask()).toEqual({ ok: false, code: 'not-a-cloud' })
  })
})
