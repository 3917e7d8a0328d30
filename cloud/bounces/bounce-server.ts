import type { Readable } from 'node:stream'
import type { SMTPServer } from 'smtp-server'
import { type Result, ok } from '../../contracts/result.ts'
import { type Address, bind } from '../listen.ts'
import { tokenIn } from '../mail/return-address.ts'
import { longestReport } from './delivery-report.ts'
import type { Bounce } from './note-bounce.ts'

export type BounceServerDeps = {
  readonly isKnown: (token: string) => Promise<boolean>
  readonly take: (token: string, message: Buffer) => Promise<Bounce>
  readonly onBug: (error: unknown) => void
}

/** Mail servers at once; the others are asked to come back. */
const mostClients = 20
const silenceMs = 60_000

/**
 * Takes mail by SMTP for the return addresses of our own mails and for nobody else: it relays nothing, keeps
 * nothing, and answers nothing by mail. The library is loaded with the first start.
 */
export function createBounceServer(deps: BounceServerDeps) {
  let server: SMTPServer | null = null

  async function accept(stream: Readable, addresses: readonly string[]): Promise<void> {
    const message = await read(stream)
    if (message === null) throw refusal(552, 'The message is too large')
    for (const address of addresses) {
      const token = tokenIn(address)
      const bounce = token === null ? 'unknown' : await deps.take(token, message)
      if (bounce === 'early') throw refusal(451, 'Come back in a moment')
    }
  }

  return {
    async start({
      host,
      port,
    }: Address): Promise<Result<string, 'port-in-use' | 'address-unusable'>> {
      const smtp = await import('smtp-server')
      const created = new smtp.SMTPServer({
        disabledCommands: ['AUTH', 'STARTTLS'],
        disableReverseLookup: true,
        logger: false,
        banner: 'Reports about mails of this cloud',
        size: longestReport,
        maxClients: mostClients,
        socketTimeout: silenceMs,
        closeTimeout: 1000,
        onRcptTo({ address }, _session, done) {
          const token = tokenIn(address)
          const nobody = () => done(refusal(550, '5.1.1 Nobody is here'))
          if (token === null) return nobody()
          return deps.isKnown(token).then(
            (known) => (known ? done() : nobody()),
            (error: unknown) => done(trouble(error)),
          )
        },
        onData(stream, { envelope }, done) {
          const addresses = envelope.rcptTo.map(({ address }) => address)
          accept(stream, addresses).then(
            () => done(),
            (error: unknown) => done(error instanceof Refusal ? error : trouble(error)),
          )
        },
      })
      server = created
      const opened = await bind(() => listenOn(created, host, port))
      // What a client does wrong is its own matter.
      created.on('error', () => {})
      return opened.ok ? ok(opened.value) : opened
    },

    async stop() {
      const last = server
      server = null
      if (last?.server.listening !== true) return
      await new Promise<void>((resolve) => last.close(() => resolve()))
    },
  }

  /** Of ours: the database is away, or a mistake. The report waits where it is. */
  function trouble(error: unknown): Error {
    deps.onBug(error)
    return refusal(451, 'Come back later')
  }
}

class Refusal extends Error {
  readonly responseCode: number
  constructor(responseCode: number, text: string) {
    super(text)
    this.responseCode = responseCode
  }
}

const refusal = (code: number, text: string) => new Refusal(code, text)

/** null: too large; read to its end all the same, as SMTP wants it. */
async function read(stream: Readable): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size <= longestReport) chunks.push(chunk)
  }
  return size > longestReport ? null : Buffer.concat(chunks)
}

function listenOn(server: SMTPServer, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      const address = server.server.address()
      const got = typeof address === 'object' && address !== null ? address.port : port
      resolve(`smtp://${host.includes(':') ? `[${host}]` : host}:${got}`)
    })
  })
}
