import { once } from 'node:events'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import { expect, it } from 'vitest'
import { cloudApi } from '../../contracts/cloud-api.ts'
import { httpWith } from '../../tests/support/cloud-http.ts'
import { head, rawSocket } from '../../tests/support/raw-conversation.ts'

/** Short enough to see its end, long enough for an honest request on a machine that is busy with others. */
const patience = { requestMs: 3000, lookMs: 100 }

async function listening(more: Parameters<typeof httpWith>[0]) {
  const { http } = await httpWith(more)
  return { http, url: await http.listen({ port: 0, host: '127.0.0.1' }) }
}

async function openMany(url: string, bytes: string, count: number): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () => rawSocket(url))
  for (const socket of sockets) socket.on('error', () => socket.destroy())
  await Promise.all(sockets.map((socket) => once(socket, 'connect')))
  for (const socket of sockets) socket.write(bytes)
  return sockets
}

const isServed = async (url: string) =>
  cloudApi.health.response.parse(await (await fetch(`${url}/v1/health`)).json())

it.each([
  ['its head', 'GET /v1/health HTTP/1.1\r\nHost: x\r\nX-Slow: '],
  [
    'its body',
    head(
      'POST /v1/token HTTP/1.1',
      'Host: x',
      'Content-Type: application/json',
      'Content-Length: 5000',
    ),
  ],
])(
  'serves others while hundreds of clients dribble %s, and then closes on those',
  async (_what, begun) => {
    const { http, url } = await listening({ patience })
    const sockets = await openMany(url, begun, 200)
    const answers = sockets.map(text)
    // One byte at a time keeps the line busy, but does not buy more time than the whole request has.
    const dribble = setInterval(() => {
      for (const socket of sockets) if (socket.writable) socket.write(' ')
    }, 50)
    for (let nth = 0; nth < 20; nth++) await isServed(url)
    for (const answer of await Promise.all(answers)) expect(answer).toContain('HTTP/1.1 408')
    clearInterval(dribble)
    await http.close()
  },
)

it('serves others while clients read nothing of what they asked for, and then closes on those', async () => {
  const { http, url } = await listening({ patience })
  const sockets = await openMany(url, head('GET /openapi.json HTTP/1.1', 'Host: x').repeat(200), 4)
  for (const socket of sockets) socket.pause()
  for (let nth = 0; nth < 20; nth++) await isServed(url)
  // Our own requests keep one open.
  await expect.poll(() => connectionsOf(http), { timeout: 25_000 }).toBeLessThan(3)
  for (const socket of sockets) socket.destroy()
  await http.close()
})

function connectionsOf({ server }: FastifyInstance): Promise<number> {
  return new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))
}
