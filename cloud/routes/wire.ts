import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { problemOf, sendProblem } from './problem.ts'
import { statusOf } from '../../contracts/cloud-api.ts'

/** Bodies are JSON in UTF-8, as they are: anything else is refused before a byte of it is understood. */
export function readJsonOnly(app: FastifyInstance) {
  // A batch is not sunk by one item of it; what a schema does not know is refused there.
  const parse = app.getDefaultJsonParser('remove', 'remove')
  app.removeContentTypeParser('text/plain')
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    (request, body: Buffer, done) => {
      const text = utf8(body)
      if (text === null) return done(Object.assign(new Error('not UTF-8'), { statusCode: 400 }))
      return parse(request, text, done)
    },
  )
  app.addHook('onRequest', async (request, reply) => {
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding.toLowerCase() === 'identity') return
    return sendProblem(reply, { code: 'schema', field: 'content-encoding' })
  })
}

/** RFC 9112, 3.2: a proxy may have gone by one of them where we would go by the other. */
export function refuseTwoHosts(app: FastifyInstance) {
  app.addHook('onRequest', async (request, reply) => {
    const { rawHeaders } = request.raw
    const hosts = rawHeaders.filter((name, nth) => nth % 2 === 0 && name.toLowerCase() === 'host')
    if (hosts.length < 2) return
    reply.header('Connection', 'close')
    return sendProblem(reply, { code: 'schema', field: 'request' })
  })
}

/** What Node would refuse without a word of the contract. */
export function answerBeforeRoutes(server: Server) {
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    const problem = problemOf({ code: 'schema', field: 'expect' })
    response.shouldKeepAlive = false
    response.writeHead(problem.status, { 'Content-Type': 'application/problem+json' })
    response.end(JSON.stringify(problem))
  })
  server.on('connect', (_request: IncomingMessage, socket: Socket) => answer(socket, 'method'))
}

/** What is not even HTTP, or never came to its end. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket) {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  return answer(socket, clientFaults.get(error.code ?? '') ?? 'request')
}

const clientFaults: ReadonlyMap<string, string> = new Map([
  ['HPE_HEADER_OVERFLOW', 'headers'],
  ['ERR_HTTP_REQUEST_TIMEOUT', 'time'],
])

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  405: 'Method Not Allowed',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

function answer(socket: Socket, field: string) {
  const input = { code: 'schema', field } as const
  const body = JSON.stringify(problemOf(input))
  const status = statusOf(input)
  const head = [
    `HTTP/1.1 ${status} ${reasons[status] ?? ''}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

const strict = new TextDecoder('utf-8', { fatal: true })

function utf8(bytes: Buffer): string | null {
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}
