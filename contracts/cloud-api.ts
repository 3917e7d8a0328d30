import { z } from 'zod'
import { cardProfile } from '../core/card-profile.ts'
import { directory } from '../core/directory.ts'
import { operationProblem } from '../core/operation.ts'
import { change } from '../core/record.ts'
import { restored } from '../core/restored.ts'
import { account, cursor, keepable } from './cloud-parts.ts'
import { audit } from './cloud-audit.ts'
import { desks } from './cloud-desks.ts'
import { erasures } from './cloud-erasures.ts'
import { link } from './cloud-link.ts'
import { deskLog } from './cloud-log.ts'
import { openIdFinish, openIdStart, waysOfSigningIn } from './cloud-openid.ts'
import { password } from './cloud-password.ts'
import { ready } from './cloud-ready.ts'
import { secondFactor, secondFactorCode } from './cloud-second-factor.ts'
import { atDesk, signedIn, tokens } from './cloud-signed-in.ts'
import type { ProblemCode } from './problem.ts'

export { apiVersion } from './api-version.ts'

/** Limits of one batch (bytes of its body, bytes of one item). */
export const batchLimits = {
  items: 100,
  itemsUnderBacklog: 500,
  backlog: 2000,
  bytes: 512 * 1024,
  itemBytes: 64 * 1024,
} as const

/** How far back the feed reaches, in days; an older cursor is answered with `cursor.expired`. */
export const tombstoneDays = 180

export {
  type Problem,
  type ProblemCode,
  type SessionEnd,
  problem,
  problemCode,
  problemStatus,
  problemsAnywhere,
  sessionEnd,
  statusOf,
  statusesOf,
} from './problem.ts'

export { type SignedIn, type Tokens, membership, signedIn, tokens } from './cloud-signed-in.ts'

/** One outcome per item, in any order; an item without one is to be sent again. */
export const itemResult = z.discriminatedUnion('outcome', [
  z.object({ opId: z.uuid(), outcome: z.literal('applied'), change, replayed: z.boolean() }),
  z.object({ opId: z.uuid(), outcome: z.literal('refused'), problem: operationProblem }),
  z.object({
    opId: z.uuid(),
    outcome: z.literal('retry'),
    code: z.enum(['in-progress', 'server-error']),
  }),
])
export type ItemResult = z.infer<typeof itemResult>

/**
 * Items are parsed one by one with `core/operation`, so that one bad item is refused alone: here each
 * only needs a key to be answered under.
 */
export const batchRequest = z.object({
  items: z
    .array(z.looseObject({ opId: z.uuid() }))
    .min(1)
    .max(batchLimits.itemsUnderBacklog),
})

/**
 * Every door of the cloud: client types, server validation and `openapi.json` are derived from this value.
 * `auth` routes need `Authorization: Bearer <access token>`. All other answers are a `problem`.
 */
export const cloudApi = {
  health: {
    method: 'GET',
    path: '/v1/health',
    auth: false,
    response: z.object({ service: z.literal('tapdesk-cloud'), cloudId: z.uuid(), api: z.int() }),
    problems: ['rate-limited'],
  },
  ready,
  signIn: {
    method: 'POST',
    path: '/v1/sign-in',
    auth: false,
    body: z.object({
      email: keepable(254).min(1),
      password: z.string().min(1).max(1000),
      /** The second factor, once `second-factor.needed` was answered. */
      code: secondFactorCode.optional(),
      desk: atDesk,
    }),
    response: signedIn,
    problems: [
      'sign-in.wrong',
      'second-factor.needed',
      'second-factor.wrong',
      'account.inactive',
      'rate-limited',
    ],
  },
  waysOfSigningIn,
  openIdStart,
  openIdFinish,
  refresh: {
    method: 'POST',
    path: '/v1/token',
    auth: false,
    body: z.object({ refreshToken: z.string().max(200) }),
    response: tokens,
    problems: ['token.invalid', 'rate-limited'],
  },
  signOut: {
    method: 'POST',
    path: '/v1/sign-out',
    auth: true,
    response: z.object({ signedOut: z.literal(true) }),
    problems: ['token.invalid'],
  },
  ...secondFactor,
  ...desks,
  ...password,
  batch: {
    method: 'POST',
    path: '/v1/accounts/:accountId/sync/batch',
    auth: true,
    params: account,
    body: batchRequest,
    response: z.object({ results: z.array(itemResult) }),
    problems: ['token.invalid', 'forbidden', 'region.missing', 'not-found'],
  },
  changes: {
    method: 'GET',
    path: '/v1/accounts/:accountId/changes',
    auth: true,
    params: account,
    /** `cursor` is opaque and absent at the very first pull. */
    query: z.object({
      cursor: cursor.optional(),
      limit: z.coerce.number().int().min(1).max(500).default(500),
    }),
    response: z.object({
      from: cursor.nullable(),
      next: cursor,
      hasMore: z.boolean(),
      changes: z.array(change),
      /** Version of the directory; 0 when there is none. */
      directory: z.int().min(0).default(0),
      /** Where the desk log ends; null: not theirs to read; absent: none is kept, send no `context`. */
      log: cursor.nullable().optional(),
      restored: restored.nullable().optional(),
      /** How many people were erased; absent where a cloud erases nobody. */
      erased: z.int().min(0).optional(),
    }),
    problems: ['token.invalid', 'forbidden', 'not-found', 'cursor.expired'],
  },
  snapshot: {
    method: 'GET',
    path: '/v1/accounts/:accountId/snapshot',
    auth: true,
    params: account,
    /** Pages by id; `cursor` of the first page is where the feed goes on once all pages are read. */
    query: z.object({
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(500),
    }),
    response: z.object({
      cursor,
      records: z.array(change),
      hasMore: z.boolean(),
      restored: restored.nullable().optional(),
    }),
    problems: ['token.invalid', 'forbidden', 'not-found'],
  },
  digest: {
    method: 'GET',
    path: '/v1/accounts/:accountId/digest',
    auth: true,
    params: account,
    /**
     * Living records in 16 buckets by the last hex digit of the id: SHA-256 over `id:version\n` in id
     * order, hexadecimal. To be compared only when `cursor` is the desk's own.
     */
    response: z.object({ cursor, count: z.int(), buckets: z.array(z.string()).length(16) }),
    problems: ['token.invalid', 'forbidden', 'not-found'],
  },
  directory: {
    method: 'GET',
    path: '/v1/accounts/:accountId/directory',
    auth: true,
    params: account,
    response: directory,
    problems: ['token.invalid', 'forbidden', 'not-found'],
  },
  log: deskLog,
  audit,
  erasures,
  /** How the account's cards are read, from the next look at the directory on; for Account Admins. */
  setCardProfile: {
    method: 'POST',
    path: '/v1/accounts/:accountId/card-profile',
    auth: true,
    params: account,
    /** `ifVersion`: the directory that the change was made against. */
    body: z.object({ ifVersion: z.int().min(0), cardProfile }),
    /** The new version of the directory. */
    response: z.object({ version: z.int().min(1) }),
    problems: ['token.invalid', 'forbidden', 'not-found', 'stale'],
  },
  link,
} as const satisfies Record<string, Endpoint>

export type CloudApi = typeof cloudApi
export type EndpointName = keyof CloudApi

export type Endpoint = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly auth: boolean
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  readonly response: z.ZodType
  /** Besides `problemsAnywhere`. */
  readonly problems: readonly ProblemCode[]
}

export type RequestOf<Name extends EndpointName> = Parts<CloudApi[Name]>
export type ResponseOf<Name extends EndpointName> = z.output<CloudApi[Name]['response']>

type Parts<E> = (E extends { params: infer P extends z.ZodType }
  ? { params: z.input<P> }
  : unknown) &
  (E extends { query: infer Q extends z.ZodType } ? { query: z.input<Q> } : unknown) &
  (E extends { body: infer B extends z.ZodType } ? { body: z.input<B> } : unknown)
