import type { Fault } from '../support/fault-proxy.ts'
import type { Randomness } from '../support/randomness.ts'

const problem = (status: number, code: string, headers: Readonly<Record<string, string>> = {}) =>
  ({
    kind: 'reply',
    status,
    type: 'application/problem+json',
    headers,
    body: JSON.stringify({ code, title: code, status }),
  }) as const
const after = (seconds: string) => ({ 'retry-after': seconds })
const page = '<!doctype html><form>Accept the terms of this network</form>'

/** What servers and networks do to a request, by name. */
export const netFaults: Readonly<Record<string, Fault>> = {
  'never reached': { kind: 'reset' },
  'no answer': { kind: 'silence' },
  'no answer after it was applied': { kind: 'applied-then-reset' },
  'no answer, and months until the next question': { kind: 'applied-then-expired' },
  'cut in the middle of the answer': { kind: 'torn', body: JSON.stringify({ results: [] }) },
  'twice by the network': { kind: 'twice' },
  'late copy': { kind: 'late' },
  '500': problem(500, 'internal'),
  '500 after it was applied': { kind: 'applied-then', reply: problem(500, 'internal') },
  '500 without a word': { kind: 'reply', status: 500 },
  '502 of a proxy': { kind: 'reply', status: 502, type: 'text/html', body: page },
  '503': problem(503, 'unavailable'),
  '503 for no time': problem(503, 'unavailable', after('0')),
  '503 for a second': problem(503, 'unavailable', after('1')),
  '503 for two minutes': problem(503, 'unavailable', after('120')),
  '503 until a date': problem(503, 'unavailable', after('Wed, 25 Nov 2026 08:00:00 GMT')),
  '503 until nonsense': problem(503, 'unavailable', after('soon')),
  '503 for thirty years': problem(503, 'unavailable', after('1000000000')),
  '429': problem(429, 'rate-limited'),
  '429 for two minutes': problem(429, 'rate-limited', after('120')),
  '429 for thirty years': problem(429, 'rate-limited', after('1000000000')),
  '401': problem(401, 'token.invalid'),
  '403': problem(403, 'forbidden'),
  '404': problem(404, 'not-found'),
  '410': problem(410, 'cursor.expired'),
  '413': problem(413, 'too-large'),
  '413 of a proxy': { kind: 'reply', status: 413, type: 'text/html', body: page },
  '426': problem(426, 'upgrade'),
  '400': problem(400, 'schema'),
  'captive portal': { kind: 'reply', status: 200, type: 'text/html', body: page },
  'sent elsewhere': { kind: 'reply', status: 302, headers: { location: 'http://127.0.0.1:9/' } },
  'half an answer': { kind: 'reply', status: 200, body: '{"results":[{"opId"' },
  'another answer': { kind: 'reply', status: 200, body: '{"welcome":true}' },
  'nothing at all': { kind: 'reply', status: 200, body: '' },
  'a part of the results': { kind: 'retold', how: (results) => results.slice(1) },
  'results in reverse': { kind: 'retold', how: (results) => results.toReversed() },
  'results twice': { kind: 'retold', how: (results) => [...results, ...results] },
  'results of strangers': { kind: 'retold', how: (results) => [stranger, ...results] },
  'no results': { kind: 'retold', how: () => [] },
}

const stranger = {
  opId: '019ab000-0000-7000-8000-00000000dead',
  outcome: 'refused',
  problem: { code: 'gone' },
}

export function drawFaults(dice: Randomness): readonly string[] {
  const names = Object.keys(netFaults)
  return Array.from({ length: 1 + dice.below(4) }, () => dice.pick(names) ?? '')
}
