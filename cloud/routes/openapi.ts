import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { type Endpoint, type ProblemCode, apiVersion, problem } from '../../contracts/cloud-api.ts'
import { problemStatus } from './problem.ts'

/** Answers that any endpoint may give. */
const anywhere: readonly ProblemCode[] = ['schema', 'upgrade', 'internal', 'unavailable']

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
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
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
  const codes = [...new Set([...own, ...anywhere])]
  const responses: Record<number, unknown> = {}
  for (const status of new Set(codes.map((code) => problemStatus[code]))) {
    const meaning = codes.filter((code) => problemStatus[code] === status)
    responses[status] = {
      description: meaning.join(', '),
      content: { 'application/problem+json': { schema: problem } },
    }
  }
  return responses
}
