import {
  type Endpoint,
  type EndpointName,
  apiVersion,
  cloudApi,
} from '../../contracts/cloud-api.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import { readAnswer } from './answer.ts'
import type { CloudClient, CloudFailure, TransportCode } from './cloud-client.ts'
import { createReach } from './reach.ts'
import { type Reply, type Send, createSend } from './send.ts'
import { transportFailure } from './transport-failure.ts'

const defaultTimeoutMs = 15_000
const connectTimeoutMs = 5_000
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the contract value
const names = Object.keys(cloudApi) as EndpointName[]

/**
 * The client of one cloud, derived from the contract: one function per endpoint. `baseUrl` comes from
 * `parseCloudAddress`; `fetch` is the runtime's own, so that its proxies and certificates hold;
 * `desk` names program and version to the cloud (User-Agent). `reach`: before a request to a cloud that has
 * been silent it is looked whether it is there at all, within five seconds or as given. `onDate` is told
 * what time it is for the cloud, with every answer of it.
 */
export function createCloudClient(deps: {
  readonly baseUrl: string
  readonly fetch: typeof fetch
  readonly desk: string
  readonly onDate?: (date: string) => void
  readonly reach?: { readonly monotonicMs: () => number; readonly limitMs?: number }
}): CloudClient {
  const send = createSend(deps.fetch)
  const { monotonicMs = () => 0, limitMs = connectTimeoutMs } = deps.reach ?? {}
  const reach = createReach({ ask: () => knock(limitMs), monotonicMs })
  const functions = Object.fromEntries(
    names.map((name) => [name, (request: AnyRequest) => call(name, request)]),
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the loop loses the names it went over
  return functions as unknown as CloudClient

  async function call(
    name: EndpointName,
    request: AnyRequest,
  ): Promise<Result<unknown, CloudFailure>> {
    const there = deps.reach === undefined ? ok() : await reach.before()
    if (!there.ok) return there
    const reply = await exchange(name, request)
    if (!reply.ok) return reply
    reach.replied()
    if (reply.value.date !== null) deps.onDate?.(reply.value.date)
    return readAnswer(name, reply.value)
  }

  /** That it took too long says nothing about what was to be sent. */
  async function knock(timeoutMs: number): Promise<Result<Reply, TransportCode>> {
    const reply = await exchange('health', { timeoutMs })
    return reply.ok || reply.code !== 'network' ? reply : fail('network')
  }

  function exchange(name: EndpointName, request: AnyRequest) {
    const endpoint: Endpoint = cloudApi[name]
    return deliver(send, {
      method: endpoint.method,
      url: urlOf(deps.baseUrl, endpoint.path, request),
      headers: headersOf(deps.desk, request),
      body:
        request.rawBody ?? (request.body === undefined ? undefined : JSON.stringify(request.body)),
      timeoutMs: request.timeoutMs ?? defaultTimeoutMs,
      signal: request.signal,
    })
  }
}

type AnyRequest = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly body?: unknown
  readonly rawBody?: string
  readonly token?: string
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
}

async function deliver(
  send: Send,
  request: Parameters<Send>[0],
): Promise<Result<Reply, TransportCode>> {
  if (request.signal?.aborted === true) return fail('network')
  try {
    return { ok: true, value: await send(request) } as const
  } catch (error) {
    return transportFailure(error)
  }
}

function urlOf(baseUrl: string, path: string, { params = {}, query = {} }: AnyRequest): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value))
  }
  const text = search.toString()
  return `${baseUrl}${filled}${text === '' ? '' : `?${text}`}`
}

function headersOf(desk: string, request: AnyRequest): Record<string, string> {
  const hasBody = request.rawBody !== undefined || request.body !== undefined
  return {
    Accept: 'application/json, application/problem+json',
    'Tapdesk-Api': String(apiVersion),
    'User-Agent': desk,
    ...(hasBody ? { 'Content-Type': 'application/json' } : {}),
    ...(request.token === undefined ? {} : { Authorization: `Bearer ${request.token}` }),
  }
}
