import { createServer, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import type { Result } from '../../contracts/result.ts'
import { browserWordsFor } from './browser-page.ts'
import { createListenForBrowser } from './listen-for-browser.ts'

const state = 'the-state-that-only-this-desk-and-the-provider-know'
const words = () => browserWordsFor('en')

async function listening(more: { limitMs?: number; signal?: AbortSignal } = {}) {
  const { limitMs, signal = new AbortController().signal } = more
  const listen = createListenForBrowser({ words, ...(limitMs === undefined ? {} : { limitMs }) })
  return opened(await listen({ port: null, state, signal }))
}

function opened<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

const good = (more = {}) => new URLSearchParams({ state, code: 'the-code', ...more })

/** Any request, with any head; its status and what it was answered with. */
async function ask(url: string, { method = 'GET', headers = {} } = {}) {
  return new Promise<{ status: number; page: string }>((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      text(response).then((page) => resolve({ status: response.statusCode ?? 0, page }), reject)
    })
    sent.once('error', reject)
    sent.end()
  })
}

describe('the way back from the browser', () => {
  it('takes the code that comes with the right state, and shows a page without it', async () => {
    const { redirectUri, returned, close } = await listening()
    expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/signed-in$/)
    const { status, page } = await ask(`${redirectUri}?${good({ iss: 'https://id.example' })}`)
    expect(status).toBe(200)
    expect(page).toContain('Go back to Tapdesk')
    for (const secret of [state, 'the-code']) expect(page).not.toContain(secret)
    expect(await returned()).toEqual({
      ok: true,
      value: { code: 'the-code', iss: 'https://id.example' },
    })
    close()
  })

  it('takes a no for a no, and shows nothing of what a page says', async () => {
    const { redirectUri, returned, close } = await listening()
    const error = '<script>alert(1)</script>'
    const { page } = await ask(`${redirectUri}?${new URLSearchParams({ state, error })}`)
    expect(page).toContain('Nobody was signed in')
    expect(page).not.toContain('script')
    expect(await returned()).toMatchObject({ ok: false, code: 'browser-denied' })
    close()
  })

  it.each<[string, (uri: string) => [string, { method?: string; headers?: object }?]]>([
    ['without a state', (uri) => [`${uri}?code=evil`]],
    ['with a guessed state', (uri) => [`${uri}?${good({ state: 'guess', code: 'evil' })}`]],
    ['that says no for another', (uri) => [`${uri}?error=access_denied&state=guess`]],
    ['without a code', (uri) => [`${uri}?state=${state}`]],
    ['at another path', (uri) => [`${uri}/more?${good()}`]],
    ['by another method', (uri) => [`${uri}?${good()}`, { method: 'POST' }]],
    [
      'under another name of this computer',
      (uri) => [`${uri}?${good()}`, { headers: { host: 'evil.example' } }],
    ],
    [
      'from within a frame',
      (uri) => [`${uri}?${good()}`, { headers: { 'sec-fetch-dest': 'iframe' } }],
    ],
    ['as an image', (uri) => [`${uri}?${good()}`, { headers: { 'sec-fetch-dest': 'image' } }]],
  ])('is not gone by a request %s', async (_, make) => {
    const { redirectUri, returned, close } = await listening()
    const [url, how] = make(redirectUri)
    expect((await ask(url, how)).status).toBe(404)
    await ask(`${redirectUri}?${good()}`, { headers: { 'sec-fetch-dest': 'document' } })
    expect(await returned()).toEqual({ ok: true, value: { code: 'the-code', iss: null } })
    close()
  })

  it('is closed afterwards', async () => {
    const { redirectUri, close } = await listening()
    close()
    await expect(ask(redirectUri)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('is given up after its time, and when it is called off', async () => {
    const late = await listening({ limitMs: 1 })
    expect(await late.returned()).toMatchObject({ code: 'browser-timeout' })
    late.close()
    const stop = new AbortController()
    const off = await listening({ signal: stop.signal })
    stop.abort()
    expect(await off.returned()).toMatchObject({ code: 'browser-cancelled' })
    off.close()
  })

  it('says when the only port that will do is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const port = typeof address === 'object' && address !== null ? address.port : null
    const listen = createListenForBrowser({ words })
    const { signal } = new AbortController()
    expect(await listen({ port, state, signal })).toMatchObject({ code: 'browser-port-taken' })
    other.close()
  })
})
