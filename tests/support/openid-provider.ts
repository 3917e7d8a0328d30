import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { Provider } from 'oidc-provider'
import { addressOf } from './listening.ts'
import { openIdMemory } from './openid-memory.ts'

type Account = { email: string; email_verified: boolean }

const clientSecret = 'a secret of the cloud and its provider'
const kept = ['AccessToken', 'AuthorizationCode', 'Grant', 'IdToken', 'Interaction', 'Session']
const clients = {
  open: { client_id: 'tapdesk', token_endpoint_auth_method: 'none' },
  closed: { client_id: 'tapdesk-with-secret', client_secret: clientSecret },
  other: { client_id: 'another-program', token_endpoint_auth_method: 'none' },
} as const

const whoAreYou = `<form method="post">
  <label>Account <input name="account"></label>
  <button>Continue</button> <button name="no">Cancel</button>
</form>`

export type OpenIdProvider = Awaited<ReturnType<typeof startOpenIdProvider>>

/** A real provider on loopback. Whoever types the name of an account is that account. */
export async function startOpenIdProvider({ port = 0 } = {}) {
  const accounts = new Map<string, Account>()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const issuer = addressOf(server)
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer, {
    clients: Object.values(clients).map((client) => ({
      ...client,
      application_type: 'native' as const,
      redirect_uris: ['http://127.0.0.1/signed-in'],
    })),
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'a', alg: 'RS256' }] },
    cookies: { keys: [randomUUID()] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    adapter: openIdMemory(),
    ttl: Object.fromEntries(kept.map((kind) => [kind, 600])),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => {
      const account = accounts.get(sub)
      return account && { accountId: sub, claims: () => ({ sub, ...account }) }
    },
    async loadExistingGrant(context) {
      const { client, session } = context.oidc
      const grant = new context.oidc.provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const handle = provider.callback()

  async function answer(request: IncomingMessage, response: ServerResponse) {
    if (!request.url?.startsWith('/interaction/')) return handle(request, response)
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html')
      return response.end(whoAreYou)
    }
    const form = new URLSearchParams(await text(request))
    const accountId = form.get('account') ?? ''
    const { prompt } = await provider.interactionDetails(request, response)
    const yes = prompt.name === 'login' ? { login: { accountId } } : { consent: {} }
    const result = form.has('no') ? { error: 'access_denied' } : yes
    return provider.interactionFinished(request, response, result)
  }

  return {
    issuer,
    /** What a cloud is told of this provider. */
    options: { issuer, clientId: clients.open.client_id, name: 'House ID' },
    closedOptions: {
      issuer,
      clientId: clients.closed.client_id,
      clientSecret,
      name: 'House ID',
    },
    otherClientId: clients.other.client_id,
    account(subject: string, email: string, verified = true) {
      accounts.set(subject, { email, email_verified: verified })
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/**
 * A browser and whoever sits before it, by plain HTTP: goes where it is sent, says who it is (null: no), and
 * stops at the address that is no longer the provider's.
 */
export async function browse(address: string, subject: string | null): Promise<URL> {
  const cookies = new Map<string, string>()
  const { origin } = new URL(address)
  let url = new URL(address)
  for (let nth = 0; nth < 10; nth += 1) {
    const first = await visit(url, cookies)
    const asked = first.status === 200 && url.pathname.startsWith('/interaction/')
    const form = new URLSearchParams(subject === null ? { no: '' } : { account: subject })
    const reply = asked ? await visit(url, cookies, form) : first
    const to = reply.headers.get('location')
    if (to === null) throw new Error(`the browser stands still: ${reply.status} ${url.pathname}`)
    url = new URL(to, url)
    if (url.origin !== origin) return url
  }
  throw new Error('the browser goes round in circles')
}

async function visit(url: URL, cookies: Map<string, string>, form?: URLSearchParams) {
  const reply = await fetch(url, {
    method: form === undefined ? 'GET' : 'POST',
    redirect: 'manual',
    headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    ...(form === undefined ? {} : { body: form }),
  })
  for (const cookie of reply.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (value === '') cookies.delete(name)
    else cookies.set(name, value)
  }
  return reply
}
