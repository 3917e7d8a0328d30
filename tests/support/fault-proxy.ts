import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/** What stands where a cloud should be: everything that networks and servers do to a client. */
export type FaultProxy = {
  readonly url: string
  /** What was asked, oldest first. */
  readonly seen: readonly Seen[]
  /** The next request to arrive. */
  arrival(): Promise<Seen>
  /** Faults for the next requests, one each; without any left the request goes on to `upstream` or gets 404. */
  plan(...faults: readonly Fault[]): void
  /** No more faults: what was planned is not done. */
  forget(): void
  /** With these headers whatever is passed on comes back from now on. */
  pretend(headers: Readonly<Record<string, string>>): void
  /** Faults that no request has met yet. */
  planned(): number
  close(): Promise<void>
}

export type Seen = {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export type Fault =
  | {
      readonly kind: 'reply'
      readonly status: number
      readonly type?: string
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: string
    }
  /** The connection ends without a reply. */
  | { readonly kind: 'reset' }
  /** No reply ever; the client has to give up. */
  | { readonly kind: 'silence' }
  /** Headers and the first half of the body, then the connection ends. */
  | { readonly kind: 'torn'; readonly body: string }
  /** The request is carried out upstream, but the reply is lost. */
  | { readonly kind: 'applied-then-reset' }
  /** The same, and when the client asks again the cloud has only the facts of what it did. */
  | { readonly kind: 'applied-then-expired' }
  /** Carried out twice upstream, as a network that repeats does; the first reply is passed on. */
  | { readonly kind: 'twice' }
  /** Carried out, and once more when the next request has been answered. */
  | { readonly kind: 'late' }
  /** Carried out upstream, but another reply is given. */
  | { readonly kind: 'applied-then'; readonly reply: Extract<Fault, { kind: 'reply' }> }
  /** The results of a batch are told in another way; other answers are passed on. */
  | { readonly kind: 'retold'; readonly how: Retell }

/** What the cloud tells of each item, before the desk hears of it. */
type Retell = (results: readonly unknown[]) => readonly unknown[]

/**
 * On a free port of the loopback interface. `upstreamOf`: base URL of a real cloud, or of the next one of
 * several. `expire`: makes that cloud forget the answers that it has stored, as it does in time.
 */
export async function startFaultProxy(
  upstreamOf: string | null | (() => string) = null,
  expire: () => void = () => {},
): Promise<FaultProxy> {
  const seen: Seen[] = []
  const planned: Fault[] = []
  const held: Seen[] = []
  let pretended: Readonly<Record<string, string>> = {}
  const awaited: ((asked: Seen) => void)[] = []
  const server = createServer((request, response) => {
    void handle(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await read(request)
    seen.push(asked)
    for (const told of awaited.splice(0)) told(asked)
    const fault = planned.shift()
    const upstream = typeof upstreamOf === 'function' ? upstreamOf() : upstreamOf
    const passOn = (how?: Retell) => forward(upstream, asked, response, how)
    const send = async () => {
      if (upstream !== null) await sendTo(upstream, asked).catch(() => null)
    }
    switch (fault?.kind) {
      case undefined:
        return upstream === null ? reply(response, { status: 404 }) : passOn()
      case 'reply':
        return reply(response, fault)
      case 'reset':
        return void request.socket.destroy()
      case 'silence':
        return
      case 'torn':
        return tear(response, fault.body)
      case 'applied-then-reset':
        await send()
        return void request.socket.destroy()
      case 'applied-then-expired':
        await send()
        expire()
        return void request.socket.destroy()
      case 'twice': {
        if (upstream === null) return reply(response, { status: 404 })
        await passOn()
        return send()
      }
      case 'late':
        await passOn()
        held.push(asked)
        return
      case 'applied-then':
        await send()
        return reply(response, fault.reply)
      case 'retold':
        return passOn(fault.how)
    }
  }

  async function forward(
    upstream: string | null,
    asked: Seen,
    response: ServerResponse,
    how?: Retell,
  ): Promise<void> {
    if (upstream === null) return
    const answer = await sendTo(upstream, asked).catch(() => null)
    for (const late of held.splice(0)) await sendTo(upstream, late).catch(() => null)
    if (answer === null) return void response.destroy()
    const { status, headers } = answer
    const body = how === undefined ? answer.body : retold(answer.body, how)
    const type = headers.get('content-type') ?? 'text/plain'
    reply(response, { status, type, headers: pretended, body })
  }

  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    seen,
    arrival: () => new Promise((resolve) => void awaited.push(resolve)),
    plan: (...faults) => void planned.push(...faults),
    forget: () => void planned.splice(0),
    pretend: (headers) => void (pretended = headers),
    planned: () => planned.length,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function sendTo(upstream: string, { method, url, headers, body }: Seen) {
  const kept = ['authorization', 'content-type', 'tapdesk-api', 'accept']
  const response = await fetch(`${upstream}${url}`, {
    method,
    headers: kept.flatMap((name): [string, string][] => {
      const value = headers[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
    ...(method === 'GET' ? {} : { body }),
  })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

const batchAnswer = z.object({ results: z.array(z.unknown()) })

function retold(body: string, how: Retell): string {
  const parsed = batchAnswer.safeParse(JSON.parse(body))
  return parsed.success ? JSON.stringify({ results: how(parsed.data.results) }) : body
}

function reply(response: ServerResponse, fault: Omit<Extract<Fault, { kind: 'reply' }>, 'kind'>) {
  const { status, type = 'application/json', headers = {}, body = '' } = fault
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(body)
}

function tear(response: ServerResponse, body: string): void {
  const length = Buffer.byteLength(body)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': length })
  response.write(body.slice(0, Math.floor(body.length / 2)), () => response.destroy())
}

async function read(request: IncomingMessage): Promise<Seen> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const { method = '', url = '', headers } = request
  return { method, url, headers, body: Buffer.concat(chunks).toString('utf8') }
}

function portOf(server: Server): number {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a listening TCP server has such an address
  return (server.address() as AddressInfo).port
}
