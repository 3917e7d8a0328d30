import { createHash, timingSafeEqual } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { BrowserReturn, ListenForBrowser, Returned } from '../usecases/ports.ts'
import { type BrowserWords, browserPage } from './browser-page.ts'

/** A person who has to find their phone for a second factor has time. */
const patienceMs = 5 * 60_000
const path = '/signed-in'

/**
 * Listens on this computer alone until the browser comes back with the right state. Whoever else asks, such
 * as a page that tries ports, is told nothing and changes nothing: it does not know the state.
 */
export function createListenForBrowser({
  words,
  limitMs = patienceMs,
}: {
  readonly words: () => BrowserWords
  readonly limitMs?: number
}): ListenForBrowser {
  return async ({ port, state, signal }) => {
    const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 })
    const listening = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false))
      server.listen({ port: port ?? 0, host: '127.0.0.1', exclusive: true }, () => resolve(true))
    })
    const address = server.address()
    if (!listening || address === null || typeof address === 'string') {
      return fail('browser-port-taken')
    }
    const host = `127.0.0.1:${address.port}`
    const returned = new Promise<Result<Returned, BrowserReturn>>((resolve) => {
      const timer = setTimeout(() => resolve(fail('browser-timeout')), limitMs)
      const cancel = () => resolve(fail('browser-cancelled'))
      if (signal.aborted) cancel()
      signal.addEventListener('abort', cancel, { once: true })
      server.once('close', () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', cancel)
      })
      server.on('request', (request, response) => {
        const came = readReturn(request, host, state)
        if (came === null) return show(response, 404, browserPage(words().nothing))
        // The page is gone before the line is: the browser shows what it was told.
        response.once('close', () => resolve(came))
        show(response, 200, browserPage(came.ok ? words().back : words().denied))
      })
    })
    return ok({
      redirectUri: `http://${host}${path}`,
      returned: () => returned,
      close() {
        server.close()
        server.closeAllConnections()
      },
    })
  }
}

/** null: this is not the browser that was sent away, or it was sent by somebody else. */
function readReturn(
  { method, url = '', headers }: IncomingMessage,
  host: string,
  state: string,
): Result<Returned, 'browser-denied'> | null {
  // Under another name this computer would be asked by a page of that name.
  if (method !== 'GET' || headers.host !== host) return null
  // A browser says whether a person sees the page: one in a frame, or an image, was not sent by the provider.
  const seenAs = headers['sec-fetch-dest']
  if (seenAs !== undefined && seenAs !== 'document') return null
  const asked = URL.canParse(url, `http://${host}`) ? new URL(url, `http://${host}`) : null
  if (asked?.pathname !== path) return null
  const { searchParams: given } = asked
  if (!isSame(given.get('state') ?? '', state)) return null
  if (given.has('error')) return fail('browser-denied')
  const code = given.get('code')
  return code === null || code === '' ? null : ok({ code, iss: given.get('iss') })
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [given, wanted].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}

function show(response: ServerResponse, status: number, page: string) {
  response
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      Connection: 'close',
    })
    .end(page)
}
