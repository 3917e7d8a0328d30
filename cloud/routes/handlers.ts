import type { z } from 'zod'
import type { CloudApi, EndpointName, ProblemCode, ResponseOf } from '../../contracts/cloud-api.ts'
import type { Result } from '../../contracts/result.ts'
import type { Session } from '../store/sessions.ts'

/** One request to an endpoint, parsed by its contract. */
export type Call<Name extends EndpointName> = {
  readonly params: Parsed<CloudApi[Name], 'params'>
  readonly query: Parsed<CloudApi[Name], 'query'>
  readonly body: Parsed<CloudApi[Name], 'body'>
  readonly session: CloudApi[Name]['auth'] extends true ? Session : null
  /** The other side's network address; for limits only. */
  readonly address: string
}

/** `detail.retryAfterSeconds` of a failure becomes the header Retry-After. */
export type Answer<Name extends EndpointName> = Promise<Result<ResponseOf<Name>, ProblemCode>>

/** One function per endpoint of the contract. */
export type Handlers = {
  readonly [Name in EndpointName]: (call: Call<Name>) => Answer<Name>
}

type Parsed<Endpoint, Part extends string> = Endpoint extends {
  readonly [P in Part]: infer Schema extends z.ZodType
}
  ? z.output<Schema>
  : undefined
