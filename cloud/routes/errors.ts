import type { FastifyError, FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isDatabaseTrouble } from '../store/database-trouble.ts'
import { type ProblemInput, sendProblem } from './problem.ts'

/** Every failure that no handler answers for, as a problem of the contract. `onBug` is told about 500s and 503s. */
export function answerErrors(app: FastifyInstance, onBug: (error: unknown) => void) {
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const problem = problemFor(error)
    if (problem.code === 'internal' || problem.code === 'unavailable') onBug(error)
    return sendProblem(reply, problem)
  })
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, { code: 'not-found' }))
}

function problemFor(error: FastifyError): ProblemInput {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [first] = error.validation
    return { code: 'schema', field: first ? fieldOf(first) : undefined }
  }
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return { code: 'too-large' }
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return { code: 'schema', field: 'content-type' }
  }
  if (isDatabaseTrouble(error)) return { code: 'unavailable', retryAfterSeconds: 10 }
  const status = error.statusCode ?? 500
  if (status === 429) return { code: 'rate-limited' }
  if (status === 404) return { code: 'not-found' }
  return status < 500 ? { code: 'schema', field: 'body' } : { code: 'internal' }
}

type Issue = {
  readonly instancePath: string
  readonly params: { readonly issue?: { readonly keys?: readonly string[] } }
}

function fieldOf({ instancePath, params }: Issue): string | undefined {
  const path = instancePath.split('/').filter((part) => part !== '')
  return [...path, ...(params.issue?.keys ?? []).slice(0, 1)].join('.') || undefined
}
