import { type Result, fail, ok } from '../../contracts/result.ts'

/**
 * What a person typed as the cloud's address, as a base URL without a slash at its end.
 *
 * Without a scheme it is https, on this computer itself http. Plain http would show the password to
 * everyone on the way, so it must be typed, and is taken only for this computer and local networks.
 */
export function parseCloudAddress(typed: string): Result<string, 'bad-address'> {
  const text = typed.trim()
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
  const url = parse(scheme ? text : `https://${text}`)
  if (url === null || url.hostname === '') return fail('bad-address')
  if (!scheme && isLoopback(url.hostname)) return parseCloudAddress(`http://${text}`)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isNear(url.hostname))) {
    return fail('bad-address', { detail: { reason: 'not-https' } })
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return fail('bad-address')
  }
  return ok(`${url.origin}${url.pathname.replace(/\/+$/, '')}`)
}

function parse(text: string): URL | null {
  try {
    return /\s/.test(text) ? null : new URL(text)
  } catch {
    return null
  }
}

function isLoopback(host: string): boolean {
  return /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/i.test(host)
}

/** This computer, private IPv4 (RFC 1918), unique or link-local IPv6, and names without a public suffix. */
function isNear(host: string): boolean {
  return (
    isLoopback(host) ||
    /^(10(\.\d+){3}|192\.168(\.\d+){2}|172\.(1[6-9]|2\d|3[01])(\.\d+){2}|169\.254(\.\d+){2})$/.test(
      host,
    ) ||
    /^\[(f[cd]|fe[89ab])[0-9a-f]*:/i.test(host) ||
    /^[^.:[\]]+$|\.(local|lan|internal|home\.arpa)$/i.test(host)
  )
}
