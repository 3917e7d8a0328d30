import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { apiVersion, cloudApi } from '../../contracts/cloud-api.ts'
import type { Observe } from '../observe.ts'
import { answerErrors } from './errors.ts'
import type { Handlers } from './handlers.ts'
import { documentApi } from './openapi.ts'
import { sendProblem } from './problem.ts'
import { type FindSession, type FloodOf, serve } from './serve.ts'
import { answerBeforeRoutes, answerClientError, readJsonOnly, refuseTwoHosts } from './wire.ts'

export type HttpDeps = {
  readonly handlers: Handlers
  readonly findSession: FindSession
  readonly floodOf: FloodOf
  /** True once the cloud is stopping: new requests are sent away, those under way are answered. */
  readonly isStopping: () => boolean
  /** Pages for people, beside the contract. */
  readonly addPages?: (app: FastifyInstance) => void
  readonly onBug: (error: unknown) => void
  readonly answered?: Observe['answered']
  readonly patience?: Patience
  /** Proxies in front, by address or network, whose word on a client's address is taken. */
  readonly proxies?: readonly string[]
}

/** How long a whole request may take to come, and how often that is looked at (milliseconds). */
type Patience = { readonly requestMs: number; readonly lookMs: number }

/** A full batch over a line of 10 kB/s, and its head well before. */
const usual: Patience = { requestMs: 120_000, lookMs: 30_000 }

/** The contract over HTTP, not listening yet. */
export async function createHttp(deps: HttpDeps): Promise<FastifyInstance> {
  const { requestMs, lookMs } = deps.patience ?? usual
  const app = Fastify({
    // Its lines would carry addresses; what an operator needs is in log.ts.
    logger: false,
    trustProxy: deps.proxies === undefined ? false : [...deps.proxies],
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    requestTimeout: requestMs,
    // Of silence, so that who reads nothing of an answer holds no line; who sends nothing is told before.
    connectionTimeout: requestMs + 2 * lookMs,
    // Of silence: who reads nothing of an answer holds its line no longer than who sends nothing.
    // A request without Host is answered like any other.
    http: { requireHostHeader: false, connectionsCheckingInterval: lookMs },
    routerOptions: { maxParamLength: 16_384 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error, _request, reply) => {
      sendProblem(reply, { code: 'schema', field: 'path' })
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app, deps.onBug)
  // Node gives up nothing while this is the longer of the two.
  app.server.headersTimeout = requestMs / 2
  answerBeforeRoutes(app.server)
  const { answered } = deps
  if (answered) {
    app.addHook('onResponse', async ({ routeOptions }, reply) =>
      answered(routeOptions.url ?? 'none', reply.statusCode, reply.elapsedTime / 1000),
    )
  }
  refuseTwoHosts(app)
  readJsonOnly(app)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('Tapdesk-Api', apiVersion).header('Cache-Control', 'no-store')
    if (deps.isStopping()) {
      reply.header('Connection', 'close')
      return sendProblem(reply, { code: 'unavailable', retryAfterSeconds: 5 })
    }
    // Absent: a person with curl, or another program that reads openapi.json.
    const spoken = request.headers['tapdesk-api']
    if (spoken !== undefined && spoken !== String(apiVersion)) {
      return sendProblem(reply, { code: 'upgrade' })
    }
  })
  await app.register(rateLimit, { global: false })
  await documentApi(app)
  serve(app, cloudApi, deps.handlers, deps.findSession, deps.floodOf)
  deps.addPages?.(app)
  await app.ready()
  return app
}
