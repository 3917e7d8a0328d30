import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byteLength, cardUid, parseCardText, renderCard } from './card-number.ts'

const uids = fc
  .constantFrom(4, 5, 7, 8, 10)
  .chain((bytes) => fc.uint8Array({ minLength: bytes, maxLength: bytes }))
  .map((bytes) =>
    [...bytes]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('')
      .toUpperCase(),
  )

describe('card numbers as text', () => {
  it.each([
    ['1C78F2BF', '477688511'],
    ['04C43BC21C2680', '1341660845581952'],
    ['80261CC23BC404', '36070701978600452'],
    ['BFF2781C', '3220338716'],
  ])('shows %s as the unsigned big-endian decimal %s', (uid, decimal) => {
    expect(renderCard(uid, 'decimal')).toBe(decimal)
    expect(parseCardText(decimal, 'decimal', byteLength(uid))).toEqual({ ok: true, value: uid })
  })

  it.each([
    ['1c78f2bf', '1C78F2BF'],
    ['0x1C78F2BF', '1C78F2BF'],
    ['1C:78:F2:BF', '1C78F2BF'],
    ['1C-78-F2-BF', '1C78F2BF'],
    [' 1C 78 F2 BF ', '1C78F2BF'],
    ['0X04c43bc21c2680', '04C43BC21C2680'],
  ])('understands the hexadecimal %j', (text, uid) => {
    expect(parseCardText(text, 'hex')).toEqual({ ok: true, value: uid })
  })

  it.each([
    ['12345678', 'hex', '12345678'],
    ['12345678', 'decimal', '00BC614E'],
    ['0477688511', 'decimal', '1C78F2BF'],
  ] as const)('reads %s by the base that is chosen, %s, and never guesses', (text, base, uid) => {
    expect(parseCardText(text, base)).toEqual({ ok: true, value: uid })
  })

  it.each([
    ['', 'hex', 'empty'],
    ['  ', 'decimal', 'empty'],
    ['1C78F2BG', 'hex', 'hex-letter'],
    ['1C78F2B', 'hex', 'odd-digits'],
    ['1C78', 'hex', 'too-short'],
    ['0x', 'hex', 'too-short'],
    ['1C78F2BF', 'decimal', 'decimal-letter'],
    ['-1.5', 'decimal', 'decimal-letter'],
    ['04C43BC21C26', 'hex', 'wrong-length'],
    ['E00401082F81D8FC00', 'hex', 'wrong-length'],
    ['00112233445566778899AA', 'hex', 'too-long'],
    ['1208925819614629174706176', 'decimal', 'too-long'],
  ] as const)('refuses %j as %s with the reason %s', (text, base, code) => {
    expect(parseCardText(text, base)).toMatchObject({ ok: false, code })
  })

  it('never loses a digit or a byte when the base is switched there and back', () => {
    const survives = (uid: string) => {
      const decimal = renderCard(uid, 'decimal')
      const back = parseCardText(decimal, 'decimal', byteLength(uid))
      return back.ok && back.value === uid
    }
    expect(fc.check(fc.property(uids, survives)).failed).toBe(false)
  })

  it('gives only card numbers that the contract takes, whatever is typed', () => {
    const bases = fc.constantFrom('hex' as const, 'decimal' as const)
    const isTaken = (text: string, base: 'hex' | 'decimal') => {
      const parsed = parseCardText(text, base)
      return !parsed.ok || cardUid.safeParse(parsed.value).success
    }
    expect(fc.check(fc.property(fc.string(), bases, isTaken)).failed).toBe(false)
  })
})
