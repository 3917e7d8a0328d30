import type { FastifyInstance, FastifyRequest } from 'fastify'
import {
  type CloudApi,
  type Endpoint,
  type EndpointName,
  type ProblemCode,
  batchLimits,
  cloudApi,
  sessionEnd,
} from '../../contracts/cloud-api.ts'
import type { Result } from '../../contracts/result.ts'
import type { Session } from '../store/sessions.ts'
import type { Call, Handlers } from './handlers.ts'
import { describeEndpoint } from './openapi.ts'
import { sendProblem } from './problem.ts'

/** What a batch answers is in the ledger word for word already: reading it a second time finds nothing. */
const asItIs = (answer: unknown) => JSON.stringify(answer)

export type FindSession = (accessToken: string) => Promise<Session | null>

/** Whom a flood at the sign-in is of: what it is counted by. */
export type FloodOf = (call: Pick<Call<'signIn'>, 'body' | 'address'>) => Promise<string>

/** Attempts per minute and address at an endpoint that anybody may call: a busy site stays far below. */
const openCallsPerMinute = 300

/**
 * Registers every endpoint of the contract: recognise the desk, parse, call its handler, answer. Nothing of
 * what a stranger sends is read where a desk is asked for.
 */
export function serve(
  app: FastifyInstance,
  api: CloudApi,
  handlers: Handlers,
  findSession: FindSession,
  floodOf: FloodOf,
) {
  const sessions = new WeakMap<FastifyRequest, Session>()
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the contract value
  for (const [name, endpoint] of Object.entries(api) as [EndpointName, Endpoint][]) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its parts are parsed by its own schemas
    const handle = handlers[name] as AnyHandler
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      schema: describeEndpoint(name, endpoint),
      ...(name === 'batch' ? { serializerCompiler: () => asItIs } : {}),
      bodyLimit: name === 'batch' ? batchLimits.bytes : batchLimits.itemBytes,
      config: endpoint.auth ? {} : { rateLimit: floodLimit(name, floodOf) },
      onRequest: async (request, reply) => {
        if (!endpoint.auth) return
        const session = await sessionOf(request, findSession)
        if (session === null) return sendProblem(reply, { code: 'token.invalid' })
        sessions.set(request, session)
      },
      handler: async (request, reply) => {
        const session = sessions.get(request) ?? null
        const { params, query, body, ip: address } = request
        const answer = await handle({ params, query, body, session, address })
        if (answer.ok) return reply.send(answer.value)
        const wait = answer.detail?.['retryAfterSeconds']
        return sendProblem(reply, {
          code: answer.code,
          field: answer.field,
          retryAfterSeconds: typeof wait === 'number' ? wait : undefined,
          ended: sessionEnd.safeParse(answer.detail?.['ended']).data,
        })
      },
    })
  }
  refuseOtherMethods(app, Object.values(api))
}

/** Of a sign-in it is asked first whose it is, so that others at the same address do not keep them out. */
function floodLimit(name: EndpointName, floodOf: FloodOf) {
  const limit = { max: openCallsPerMinute, timeWindow: 60_000, groupId: name }
  if (name !== 'signIn') return limit
  return {
    ...limit,
    hook: 'preHandler',
    keyGenerator: ({ body, ip: address }: FastifyRequest) =>
      floodOf({ body: cloudApi.signIn.body.parse(body), address }),
  } as const
}

/** An address of the contract that is asked in another way (RFC 9110, 15.5.6). */
function refuseOtherMethods(app: FastifyInstance, endpoints: readonly Endpoint[]) {
  for (const url of new Set(endpoints.map(({ path }) => path))) {
    const own: string[] = endpoints.filter(({ path }) => path === url).map(({ method }) => method)
    const allowed = own.includes('GET') ? [...own, 'HEAD'] : own
    app.route({
      method: app.supportedMethods.filter((method) => !allowed.includes(method)),
      url,
      schema: { hide: true },
      onRequest: async (_request, reply) => {
        reply.header('Allow', allowed.join(', '))
        return sendProblem(reply, { code: 'schema', field: 'method' })
      },
      handler: async () => null,
    })
  }
}

/** A handler without its endpoint's types: the contract's schemas have parsed what it is given. */
type AnyHandler = (call: {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly session: Session | null
  readonly address: string
}) => Promise<Result<unknown, ProblemCode>>

async function sessionOf(request: FastifyRequest, findSession: FindSession) {
  const token = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '')?.[1]
  return token === undefined ? null : findSession(token)
}
