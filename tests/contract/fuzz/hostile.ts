import * as fc from 'fast-check'
import { batchLimits } from '../../../contracts/cloud-api.ts'

/** What no client should put anywhere. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    '',
    'a\0b',
    '\ud800',
    'x\udfffy',
    '\u202e\u0000',
    '😀'.repeat(60),
    'x'.repeat(6000),
    "'; drop table record; --",
    '../../../etc/passwd',
    '${7*7}{{7*7}}',
    -1,
    0.5,
    1e308,
    -0,
    2 ** 31,
    2 ** 53,
    2 ** 63,
    true,
    [],
    {},
    [[]],
    nested(2000),
    JSON.parse('{"__proto__":{"admin":true}}'),
    JSON.parse('{"constructor":{"prototype":{"x":1}},"toString":null}'),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)

export type Spoil = 'replace' | 'remove' | 'add'

/** A value with one place changed, taken away or added. */
export function spoilt(value: unknown, at: number, how: Spoil, by: unknown): unknown {
  const places = placesIn(value)
  const place = places[at % Math.max(1, places.length)]
  if (place === undefined) return by
  const copy: unknown = structuredClone(value)
  let parent: unknown = copy
  for (const key of place.slice(0, -1)) parent = child(parent, key)
  const last = place.at(-1) ?? ''
  if (Array.isArray(parent)) {
    if (how === 'remove') parent.splice(Number(last), 1)
    else parent[how === 'add' ? parent.length : Number(last)] = by
  } else if (typeof parent === 'object' && parent !== null) {
    if (how === 'remove') Reflect.deleteProperty(parent, last)
    else Reflect.set(parent, how === 'add' ? `${last}X` : last, by)
  }
  return copy
}

function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key]
    return [here, ...placesIn(inner, here)]
  })
}

function child(parent: unknown, key: string): unknown {
  return typeof parent === 'object' && parent !== null ? Reflect.get(parent, key) : undefined
}

/** Bytes that stand where JSON should, made of JSON that is good. */
export const spoilBytes: fc.Arbitrary<(good: string) => string | Buffer> = fc.oneof(
  fc.nat({ max: 400 }).map((length) => (good: string) => good.slice(0, length)),
  fc.constantFrom<(good: string) => string | Buffer>(
    (good) => good.replace('{', '{"opId":"twice","items":[],"email":1,'),
    (good) => `\ufeff${good}`,
    (good) => `${good}${good}`,
    (good) => `${good}\0`,
    (good) => good.replace(/"[^"]*"(?=[,}\]])/, '"\\ud800\\u0000"'),
    (good) => good.replace(/\d+/, '1e400'),
    (good) => good.replace(/\d+/, '9007199254740993123456789'),
    (good) => good.replaceAll('"', "'"),
    (good) => good.replace(/:/g, '=').replaceAll('"', ''),
    (good) => Buffer.from(good, 'utf16le'),
    (good) => Buffer.concat([Buffer.from(good.slice(0, -1)), Buffer.from([0xff, 0xc0, 0x7d])]),
    () => '',
    () => 'null',
    () => '[]',
    () => 'NaN',
    () => '"text"',
    () => '['.repeat(30_000),
    () => '{"a":'.repeat(10_000),
    () => `{"items":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
    () => `{"items":"${'x'.repeat(batchLimits.bytes)}"}`,
    () => `{"items":[${'{},'.repeat(5000)}{}]}`,
  ),
)

function nested(depth: number): unknown {
  let value: unknown = []
  for (let nth = 0; nth < depth; nth += 1) value = [value]
  return value
}
