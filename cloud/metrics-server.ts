import { type Server, createServer } from 'node:http'
import { type Result, ok } from '../contracts/result.ts'
import { type Address, bind } from './listen.ts'
import type { Metrics } from './metrics.ts'
import { type Observe, observeNothing } from './observe.ts'
import type { CloudDatabase } from './store/open-database.ts'

export type MetricsDesk = {
  readonly observe: Observe
  readonly start: () => Promise<Result<string | null, 'port-in-use' | 'address-unusable'>>
  readonly stop: () => Promise<void>
}

/** Counts and tells where an address is given; its library is loaded only then. */
export async function openMetrics(
  address: Address | undefined,
  deps: {
    readonly db: CloudDatabase
    readonly now: () => Date
    readonly onBug: (error: unknown) => void
  },
): Promise<MetricsDesk> {
  if (address === undefined) {
    return { observe: observeNothing, start: async () => ok(null), async stop() {} }
  }
  const { createMetrics } = await import('./metrics.ts')
  const metrics = createMetrics(deps.db, deps.now)
  const server = createMetricsServer(metrics, deps.onBug)
  return { observe: metrics.observe, start: () => server.start(address), stop: () => server.stop() }
}

/** `GET /metrics` on an address of its own, so that no proxy in front of the cloud ever passes it on. */
export function createMetricsServer(
  { text, contentType }: Pick<Metrics, 'text' | 'contentType'>,
  onBug: (error: unknown) => void,
) {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404).end()
      return
    }
    text().then(
      (told) => response.writeHead(200, { 'Content-Type': contentType }).end(told),
      (error: unknown) => {
        onBug(error)
        response.writeHead(503).end()
      },
    )
  })
  return {
    start: ({ host, port }: Address): Promise<Result<string, 'port-in-use' | 'address-unusable'>> =>
      bind(() => listenOn(server, host, port)),
    async stop() {
      if (!server.listening) return
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function listenOn(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => {
      const address = server.address()
      const got = typeof address === 'object' && address !== null ? address.port : port
      resolve(`http://${host.includes(':') ? `[${host}]` : host}:${got}/metrics`)
    })
  })
}
