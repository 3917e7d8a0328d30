import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { apiVersion, cloudApi } from '../../contracts/cloud-api.ts'
import { answerClientError, answerErrors } from './errors.ts'
import type { Handlers } from './handlers.ts'
import { documentApi } from './openapi.ts'
import { sendProblem } from './problem.ts'
import { type FindSession, serve } from './serve.ts'

export type HttpDeps = {
  readonly handlers: Handlers
  readonly findSession: FindSession
  /** True once the cloud is stopping: new requests are sent away, those under way are answered. */
  readonly isStopping: () => boolean
  /** Pages for people, beside the contract. */
  readonly addPages?: (app: FastifyInstance) => void
  readonly onBug: (error: unknown) => void
}

/** The contract over HTTP, not listening yet. */
export async function createHttp(deps: HttpDeps): Promise<FastifyInstance> {
  const app = Fastify({
    // Its lines would carry addresses; what an operator needs is in log.ts.
    logger: false,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // A batch is not sunk by one item of it; what a schema does not know is refused there.
    onProtoPoisoning: 'remove',
    onConstructorPoisoning: 'remove',
    clientErrorHandler: answerClientError,
    frameworkErrors: (_error, _request, reply) => {
      sendProblem(reply, { code: 'schema', field: 'path' })
    },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  answerErrors(app, deps.onBug)
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
  serve(app, cloudApi, deps.handlers, deps.findSession)
  deps.addPages?.(app)
  await app.ready()
  return app
}
