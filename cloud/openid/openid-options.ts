import { type Result, ok } from '../../contracts/result.ts'
import { needed, wrong } from '../command-line/options.ts'

/** Whom this cloud believes when they say who somebody is. */
export type OpenIdOptions = {
  /** Its address, as it names itself. */
  readonly issuer: string
  readonly clientId: string
  /** Absent: a public client, which its verifier alone protects. */
  readonly clientSecret?: string | undefined
  /** As people know it: "Sign in with NAME". */
  readonly name: string
  /** The only port of a desk to which it sends browsers back; absent: any. */
  readonly loopbackPort?: number | undefined
}

export const openIdUsage = `    With --openid-issuer URL and --openid-client ID people may sign in with a provider of OpenID Connect;
    its button says --openid-name. The client's secret, where it has one, is OPENID_CLIENT_SECRET. The
    provider has to send browsers back to http://127.0.0.1 (any port)/signed-in; to one that takes no
    port but those it knows give --openid-port.`

type Given = {
  readonly 'openid-issuer'?: string | undefined
  readonly 'openid-client'?: string | undefined
  readonly 'openid-name'?: string | undefined
  readonly 'openid-port'?: string | undefined
}

/** Absent: nobody signs in this way. */
export function readOpenId(given: Given): Result<OpenIdOptions | undefined, 'usage'> {
  const asked = Object.entries(given).find(
    ([key, value]) => key.startsWith('openid-') && value !== undefined,
  )
  if (asked === undefined) return ok<OpenIdOptions | undefined>(undefined)
  const issuer = needed('openid-issuer', given['openid-issuer'], 'the address of the provider')
  if (!issuer.ok) return issuer
  if (!mayBelieve(issuer.value)) {
    return wrong(
      `--openid-issuer is "${issuer.value}"; give an address such as https://login.example.com.`,
    )
  }
  const clientId = needed(
    'openid-client',
    given['openid-client'],
    'the id that the provider gave to this cloud',
  )
  if (!clientId.ok) return clientId
  const name = needed('openid-name', given['openid-name'], 'what people call the provider')
  if (!name.ok) return name
  const port = given['openid-port']
  if (port !== undefined && (!/^\d{4,5}$/.test(port) || Number(port) > 65_535)) {
    return wrong(`--openid-port is "${port}"; give a number from 1024 to 65535.`)
  }
  return ok<OpenIdOptions | undefined>({
    issuer: issuer.value,
    clientId: clientId.value,
    name: name.value,
    ...(port === undefined ? {} : { loopbackPort: Number(port) }),
  })
}

/** Who answers for an address in the open, anybody could be; on this computer itself nobody is in between. */
export function isLoopback(url: URL): boolean {
  return url.protocol === 'http:' && /^(127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname)
}

function mayBelieve(given: string): boolean {
  if (!URL.canParse(given)) return false
  const url = new URL(given)
  return (
    (url.protocol === 'https:' || isLoopback(url)) &&
    url.username === '' &&
    url.search === '' &&
    url.hash === ''
  )
}
