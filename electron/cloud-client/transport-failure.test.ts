import { describe, expect, it } from 'vitest'
import { transportFailure } from './transport-failure.ts'

function error(message: string, code?: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), code === undefined ? {} : { code })
}

describe('transportFailure', () => {
  it.each([
    [
      'Node: self-signed',
      error('fetch failed', 'ERR_NETWORK', error('x', 'DEPTH_ZERO_SELF_SIGNED_CERT')),
    ],
    ['Node: unknown issuer', error('x', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE')],
    ['Node: other host', error('x', 'ERR_TLS_CERT_ALTNAME_INVALID')],
    ['Node: no TLS there', error('x', 'ERR_SSL_WRONG_VERSION_NUMBER')],
    ['Chromium: other host', error('net::ERR_CERT_COMMON_NAME_INVALID')],
    [
      'Chromium: unknown issuer',
      error('Network Error', 'ERR_NETWORK', error('net::ERR_CERT_AUTHORITY_INVALID')),
    ],
    ['Chromium: no TLS there', error('net::ERR_SSL_PROTOCOL_ERROR')],
  ])('%s is an untrusted certificate', (_, thrown) => {
    expect(transportFailure(thrown)).toEqual({ ok: false, code: 'tls' })
  })

  it.each([
    ['Node: expired', error('fetch failed', 'ERR_NETWORK', error('x', 'CERT_HAS_EXPIRED'))],
    ['Node: not yet valid', error('fetch failed', undefined, error('x', 'CERT_NOT_YET_VALID'))],
    ['Chromium: either', error('net::ERR_CERT_DATE_INVALID')],
  ])('%s is a certificate that is not valid on this date', (_, thrown) => {
    expect(transportFailure(thrown)).toEqual({ ok: false, code: 'tls-date' })
  })

  it.each([
    'net::ERR_PROXY_CONNECTION_FAILED',
    'net::ERR_PROXY_AUTH_REQUESTED',
    'net::ERR_PROXY_AUTH_UNSUPPORTED',
    'net::ERR_PROXY_CERTIFICATE_INVALID',
    'net::ERR_TUNNEL_CONNECTION_FAILED',
    'net::ERR_MANDATORY_PROXY_CONFIGURATION_FAILED',
    'net::ERR_SOCKS_CONNECTION_FAILED',
    'net::ERR_PAC_SCRIPT_FAILED',
  ])('%s is the proxy', (message) => {
    expect(transportFailure(error(message))).toEqual({ ok: false, code: 'proxy' })
  })

  it.each([
    ['refused', error('fetch failed', 'ERR_NETWORK', error('x', 'ECONNREFUSED'))],
    ['reset', error('terminated', undefined, error('other side closed', 'UND_ERR_SOCKET'))],
    ['no name', error('net::ERR_NAME_NOT_RESOLVED')],
    ['no network', error('net::ERR_INTERNET_DISCONNECTED')],
    ['both addresses refused', new AggregateError([error('x', 'ECONNREFUSED')])],
    ['something that is no error', 'oops'],
  ])('%s is the network', (_, thrown) => {
    expect(transportFailure(thrown)).toEqual({ ok: false, code: 'network' })
  })

  it.each([
    error('timeout of 15000ms exceeded', 'ETIMEDOUT'),
    error('fetch failed', 'ERR_NETWORK', error('Connect Timeout Error', 'UND_ERR_CONNECT_TIMEOUT')),
    error('net::ERR_CONNECTION_TIMED_OUT'),
  ])('tells a time-out from other network failures', (thrown) => {
    expect(transportFailure(thrown)).toEqual({
      ok: false,
      code: 'network',
      detail: { timedOut: true },
    })
  })

  it('takes a redirect that was not followed for something in between', () => {
    expect(transportFailure(error('Redirect was cancelled'))).toMatchObject({ code: 'not-a-cloud' })
  })
})
