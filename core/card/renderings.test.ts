import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardUid } from '../card-number.ts'
import { matchPattern, patternOf } from './pattern.ts'
import { decodeAll, render, renderingId, renderings, renderingsOf } from './renderings.ts'
import { cardVectors } from './vectors.ts'

const examples = cardVectors.flatMap(({ uid, texts }) =>
  renderings.flatMap(({ id }) => {
    const text = texts[id]
    return text === undefined ? [] : [{ uid, id, text }]
  }),
)

const hexOfLength = (bytes: number) =>
  fc
    .uint8Array({ minLength: bytes, maxLength: bytes })
    .map((all) => Buffer.from(all).toString('hex').toUpperCase())

/** A rendering and a UID that is written so. */
const written = fc
  .constantFrom(...renderings)
  .chain((rendering) =>
    fc
      .constantFrom(...rendering.lengths)
      .chain((length) => hexOfLength(length).map((uid) => ({ rendering, length, uid }))),
  )

/** Flips the bits of `other` into the UID wherever the mask leaves them open. */
function withOpenBits(uid: string, mask: string, other: string): string {
  const [one, known, free] = [uid, mask, other].map((hex) => BigInt(`0x${hex}`))
  if (one === undefined || known === undefined || free === undefined) throw new Error('three given')
  const all = (1n << BigInt(uid.length * 4)) - 1n
  const mixed = (one & known) | (free & (all ^ known))
  return mixed.toString(16).toUpperCase().padStart(uid.length, '0')
}

describe('the renderings of a card number', () => {
  it.each(examples)('write $uid as $id $text', ({ uid, id, text }) => {
    expect(render(uid, id)).toBe(text)
  })

  it.each(examples)('find $uid again by $text', ({ uid, id, text }) => {
    const found = decodeAll(text).find((one) => one.id === id && one.length === uid.length / 2)
    expect(found && matchPattern(found.pattern, uid)).toBe(true)
  })

  it('give back exactly the UID where nothing is lost', () => {
    fc.assert(
      fc.property(written, ({ rendering, length, uid }) => {
        fc.pre(rendering.lossless)
        expect(rendering.decode(rendering.encode(uid) ?? '', length)).toEqual(patternOf(uid))
      }),
      { numRuns: 2000 },
    )
  })

  it('say of a UID what is true, all that the text depends on, and nothing else', () => {
    const tells = written.chain((one) =>
      hexOfLength(one.length).map((other) => ({ ...one, other })),
    )
    fc.assert(
      fc.property(tells, ({ rendering, length, uid, other }) => {
        const text = rendering.encode(uid) ?? ''
        const pattern = rendering.decode(text, length)
        expect(pattern).not.toBeNull()
        if (pattern === null) return
        expect(matchPattern(pattern, uid)).toBe(true)
        // What the pattern leaves open may be anything: the text stays the same.
        expect(rendering.encode(withOpenBits(uid, pattern.mask, other))).toBe(text)
        // What it fixes may not: another UID has the text exactly when it matches.
        expect(rendering.encode(other) === text).toBe(matchPattern(pattern, other))
      }),
      { numRuns: 2000 },
    )
  })

  it('lose nothing exactly where the whole UID is written', () => {
    fc.assert(
      fc.property(written, ({ rendering, length, uid }) => {
        const pattern = rendering.decode(rendering.encode(uid) ?? '', length)
        expect(/^F+$/.test(pattern?.mask ?? '')).toBe(rendering.lossless)
      }),
    )
  })

  it('read no text that would be written otherwise', () => {
    const texts = fc.oneof(fc.stringMatching(/^[0-9A-F,: -]*$/), fc.string())
    fc.assert(
      fc.property(texts, fc.constantFrom(...renderings), (text, { lengths, decode, encode }) => {
        const misread = lengths.filter((length) => {
          const pattern = decode(text, length)
          return pattern !== null && encode(pattern.value) !== text
        })
        expect(misread).toEqual([])
      }),
    )
  })

  it.each([
    ['a bit of parity turned', 'wiegand-26.card', '00111101110110010011011101'],
    ['a facility above 255', 'pair-8-16.card', '256,00001'],
    ['a card above 65535', 'pair-8-16.card', '001,65536'],
    ['a missing zero', 'padded.card', '7302202'],
    ['a number that is too large', 'decimal.card', '16777216'],
    ['a card part above 65535', 'facility-100000.card', '199999'],
    ['a pair that contradicts its number', 'comma.card', '0010869932 165,56493'],
  ] as const)('take nothing for a number that has %s', (_what, id, text) => {
    const rendering = renderings.find((one) => one.id === id)
    expect(rendering?.decode(text, 3)).toBeNull()
  })

  it('leave no length without numbers, and say nothing of other lengths', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 10 }).chain(hexOfLength), (uid) => {
        expect(renderingsOf(uid).length).toBeGreaterThanOrEqual(12)
        expect(cardUid.safeParse(uid).success).toBe(true)
      }),
    )
    expect(render('1C78F2BF', 'hex.cascade')).toBeNull()
  })

  it('have one name each, which the contract knows', () => {
    const ids = renderings.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(renderingId.options).toEqual(ids)
  })

  it('are several for a text of digits alone: the base is never guessed', () => {
    const uids = decodeAll('12345678')
      .filter(({ length, pattern }) => length === 4 && pattern.mask === 'FFFFFFFF')
      .map(({ pattern }) => pattern.value)
    expect(uids).toEqual(expect.arrayContaining(['12345678', '00BC614E', '78563412', '4E61BC00']))
  })

  it('keep numbers above 2^53 whole', () => {
    expect(render('80261CC23BC404', 'decimal.card')).toBe('36070701978600452')
    expect(render('E00401082F81D8FC', 'decimal.card')).toBe(BigInt('0xE00401082F81D8FC').toString())
  })
})
