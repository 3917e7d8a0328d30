import type { AxiosInstance } from 'axios'

export type Reply = {
  readonly status: number
  readonly contentType: string
  readonly retryAfter: string | null
  /** When it was sent, by the cloud's clock; null also for what comes from no cloud. */
  readonly date: string | null
  readonly text: string
}

/** One exchange, any status is a reply. Rejects when there is none. */
export type Send = (request: {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  readonly timeoutMs: number
  readonly signal: AbortSignal | undefined
}) => Promise<Reply>

/** More than any page of the contract can be. */
const longestAnswerBytes = 32 * 1024 * 1024

/** axios on the given fetch; loaded at the first request, because loading costs start-up time. */
export function createSend(fetchFunction: typeof fetch): Send {
  let loading: Promise<AxiosInstance> | null = null

  return async (request) => {
    loading ??= load(fetchFunction)
    const http = await loading
    const { method, url, headers, body, timeoutMs, signal } = request
    const response = await http.request<unknown>({
      method,
      url,
      // axios would call the body that is not there a form.
      headers: body === undefined ? { ...headers, 'Content-Type': false } : { ...headers },
      data: body,
      timeout: timeoutMs,
      ...(signal === undefined ? {} : { signal }),
    })
    const header = (name: string) => {
      const value: unknown = response.headers[name]
      return typeof value === 'string' ? value : null
    }
    return {
      status: response.status,
      contentType: header('content-type') ?? '',
      retryAfter: header('retry-after'),
      date: header('tapdesk-api') === null ? null : header('date'),
      text: typeof response.data === 'string' ? response.data : '',
    }
  }
}

async function load(fetchFunction: typeof fetch): Promise<AxiosInstance> {
  const { default: axios } = await import('axios')
  return axios.create({
    adapter: 'fetch',
    env: { fetch: fetchFunction },
    // A cloud never redirects; who does is something in between.
    maxRedirects: 0,
    responseType: 'text',
    maxContentLength: longestAnswerBytes,
    validateStatus: () => true,
    transformRequest: [(data: unknown) => data],
    transformResponse: [(data: unknown) => data],
    transitional: { clarifyTimeoutError: true },
  })
}
