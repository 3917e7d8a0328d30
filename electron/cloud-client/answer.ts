import { z } from 'zod'
import { type EndpointName, cloudApi, itemResult } from '../../contracts/cloud-api.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { CloudFailure } from './cloud-client.ts'
import { parseJson } from './parse-json.ts'
import { readProblem } from './problem.ts'
import type { Reply } from './send.ts'

/** A reply as the contract's value or one of its codes. A page that is no answer of a cloud never counts as one. */
export function readAnswer(name: EndpointName, reply: Reply): Result<unknown, CloudFailure> {
  if (reply.status < 200 || reply.status >= 300) return readProblem(reply)
  if (!/^application\/json\b/i.test(reply.contentType)) return fail('not-a-cloud')
  const json = parseJson(reply.text)
  // Cut off on the way: whether it was applied is unknown.
  if (!json.ok) return fail('network')
  const schema: z.ZodType = name === 'batch' ? batchAnswer : cloudApi[name].response
  const parsed = schema.safeParse(json.value)
  return parsed.success
    ? ok(parsed.data)
    : fail('not-a-cloud', { detail: { reason: 'schema' }, ...fieldOf(parsed.error) })
}

const unreadable = z
  .looseObject({ opId: z.uuid() })
  .transform(({ opId }) => ({ opId, outcome: 'unreadable' as const }))

/** Results that do not even say whose they are count as missing: those items are sent again. */
const batchAnswer = z.object({
  results: z
    .array(z.union([itemResult, unreadable, z.unknown().transform(() => null)]))
    .transform((results) => results.filter((result) => result !== null)),
})

function fieldOf(error: z.ZodError): { field?: string } {
  const path = error.issues[0]?.path.join('.')
  return path === undefined || path === '' ? {} : { field: path }
}
