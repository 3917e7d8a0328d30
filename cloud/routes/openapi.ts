import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import {
  type Endpoint,
  type ProblemCode,
  apiVersion,
  problem,
  problemsAnywhere,
  statusesOf,
} from '../../contracts/cloud-api.ts'

/** `GET /openapi.json`: OpenAPI 3.1, derived from the same schemas that requests are parsed with. */
export async function documentApi(app: FastifyInstance) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tapdesk cloud',
        version: String(apiVersion),
        description: 'Rules that a schema cannot express are in docs/cloud-api.md.',
      },
      components: { securitySchemes: { desk: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  })
  // Written once: anybody may ask, and it takes longer to write than any other answer.
  let text: string | null = null
  app.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) => {
    text ??= JSON.stringify(app.swagger())
    return reply.type('application/json; charset=utf-8').send(text)
  })
}

/** The endpoint's schemas for parsing, answering and documenting. */
export function describeEndpoint(name: string, endpoint: Endpoint): FastifySchema {
  const { params, query, body, response } = endpoint
  return {
    operationId: name,
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    ...(endpoint.auth ? { security: [{ desk: [] }] } : {}),
    response: { 200: response, ...problemResponses(endpoint.problems) },
  }
}

/** One entry per status, with the codes that it stands for. */
function problemResponses(own: readonly ProblemCode[]) {
  const codes = [...new Set([...own, ...problemsAnywhere])]
  const responses: Record<number, unknown> = {}
  for (const status of new Set(codes.flatMap(statusesOf))) {
    const meaning = codes.filter((code) => statusesOf(code).includes(status))
    responses[status] = {
      description: meaning.join(', '),
      content: { 'application/problem+json': { schema: problem } },
    }
  }
  return responses
}
