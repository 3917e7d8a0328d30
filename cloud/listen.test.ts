import { createServer } from 'node:http'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { startCloud, temporaryFolder } from '../tests/support/cloud.ts'

const portOf = ({ url }: { url: string }) => Number(new URL(url).port)

describe('the built-in cloud', () => {
  it('comes back on the port of before, so that links in mails stay good', async () => {
    const dataDir = temporaryFolder('cloud')
    const first = await startCloud({ dataDir, port: 'as-before', demo: false })
    await first.stop()
    const second = await startCloud({ dataDir, port: 'as-before', demo: false })
    expect(second.url).toBe(first.url)
    await second.stop()
  })

  it('takes another port when that one is taken meanwhile, and stays there', async () => {
    const dataDir = temporaryFolder('cloud')
    const first = await startCloud({ dataDir, port: 'as-before', demo: false })
    await first.stop()
    const other = createServer().listen(portOf(first), '127.0.0.1')
    await once(other, 'listening')
    const second = await startCloud({ dataDir, port: 'as-before', demo: false })
    expect(portOf(second)).not.toBe(portOf(first))
    expect((await fetch(`${second.url}/v1/health`)).status).toBe(200)
    await second.stop()
    other.close()
    const third = await startCloud({ dataDir, port: 'as-before', demo: false })
    expect(third.url).toBe(second.url)
    await third.stop()
  })
})
