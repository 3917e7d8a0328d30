import { createSign, generateKeyPairSync } from 'node:crypto'
import { type ServerResponse, createServer } from 'node:http'
import { addressOf } from './listening.ts'

type Forgery = {
  /** In place of what an honest id token says. */
  readonly claims?: Readonly<Record<string, unknown>>
  readonly signedBy?: 'itself' | 'somebody' | 'nobody'
  /** What it tells of the person where it is asked for more. */
  readonly userinfo?: Readonly<Record<string, unknown>>
}

/** A provider that gives any code the id token that it is told to give. */
export async function startForgingProvider(clientId: string) {
  let next: { forgery: Forgery; nonce: string } = { forgery: {}, nonce: '' }
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const server = createServer((request, response) => {
    const issuer = addressOf(server)
    switch (new URL(request.url ?? '/', issuer).pathname) {
      case '/.well-known/openid-configuration':
        return answer(response, {
          issuer,
          authorization_endpoint: `${issuer}/auth`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          userinfo_endpoint: `${issuer}/me`,
          id_token_signing_alg_values_supported: ['RS256'],
        })
      case '/keys':
        return answer(response, {
          keys: [
            { ...own.publicKey.export({ format: 'jwk' }), kid: 'a', alg: 'RS256', use: 'sig' },
          ],
        })
      case '/token':
        return answer(response, {
          access_token: 'access',
          token_type: 'bearer',
          id_token: idToken(issuer),
        })
      default:
        return answer(response, { ...next.forgery.userinfo })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  function idToken(issuer: string): string {
    const now = Math.floor(Date.now() / 1000)
    const { claims = {}, signedBy = 'itself' } = next.forgery
    const honest = { iss: issuer, aud: clientId, nonce: next.nonce, iat: now, exp: now + 300 }
    const head = signedBy === 'nobody' ? { alg: 'none' } : { alg: 'RS256', kid: 'a' }
    const signed = [head, { ...honest, ...claims }].map(encoded).join('.')
    if (signedBy === 'nobody') return `${signed}.`
    const key = signedBy === 'itself' ? own.privateKey : foreign.privateKey
    return `${signed}.${createSign('sha256').update(signed).sign(key, 'base64url')}`
  }

  return {
    issuer: addressOf(server),
    /** From now on; `nonce` is what the desk asked with. */
    forge(nonce: string, forgery: Forgery) {
      next = { forgery, nonce }
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function answer(response: ServerResponse, body: object) {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
