import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PrintedCard, confirm, learn, printRule, printedBy } from './learn.ts'
import { renderings } from './renderings.ts'

const rules = (card: PrintedCard) => learn(card).map(({ rendering, take }) => ({ rendering, take }))

describe('learning the printed number from a card', () => {
  it.each([
    ['1C78F2BF', '3220338716', 'decimal.reversed'],
    ['1C78F2BF', '0477688511', 'padded.card'],
    ['1C78F2BF', 'bf:f2:78:1c', 'hex-colon.reversed'],
    ['01026F6C3A', '111,27706', 'pair-8-16.last-3'],
    ['01026F6C3A', '111-27706', 'pair-8-16.last-3'],
    ['00A5DCAC', '0010869932  165,56492', 'comma.card'],
    ['04C43BC21C2680', '1002701960', 'decimal.cascade-reversed'],
  ] as const)('finds %s behind %s', (uid, printed, rendering) => {
    expect(rules({ uid, printed })).toContainEqual({ rendering, take: { kind: 'all' } })
    expect(learn({ uid, printed }).every(({ certain }) => certain)).toBe(true)
  })

  it('sees leading zeros that were filled in', () => {
    const found = learn({ uid: '1C78F2BF', printed: '000477688511' })
    expect(found[0]).toEqual({
      rendering: 'decimal.card',
      take: { kind: 'padded', width: 12 },
      certain: true,
    })
  })

  it('sees a part, and says which digits', () => {
    const found = learn({ uid: '1C78F2BF', printed: '77688511' })
    expect(found).toContainEqual({
      rendering: 'padded.card',
      take: { kind: 'part', digits: 8, dropped: 0 },
      certain: true,
    })
    const middle = learn({ uid: '04C43BC21C2680', printed: '3BC21C' })
    expect(middle[0]).toMatchObject({ take: { kind: 'part', digits: 6, dropped: 4 } })
  })

  it('holds a short part for possible chance until a second card agrees', () => {
    const found = learn({ uid: '1C78F2BF', printed: '8511' })
    const parts = found.filter(({ take }) => take.kind === 'part')
    expect(parts.length).toBeGreaterThan(0)
    expect(parts.every(({ certain }) => !certain)).toBe(true)
    const sure = confirm(found, { uid: '1C78F2C0', printed: '8512' })
    expect(sure).toContainEqual({
      rendering: 'decimal.card',
      take: { kind: 'part', digits: 4, dropped: 0 },
      certain: true,
    })
  })

  it('finds an offset only together with a second card', () => {
    const first = { uid: '1C78F2BF', printed: '100001' }
    const found = learn(first)
    expect(found.length).toBeGreaterThan(0)
    expect(found.every(({ certain }) => !certain)).toBe(true)

    const [best] = confirm(found, { uid: '1C78F2C7', printed: '100009' })
    expect(best).toEqual({
      rendering: 'decimal.card',
      take: { kind: 'offset', add: '-477588510', width: 0 },
      certain: true,
    })
    expect(confirm(found, { uid: '1C78F2C7', printed: '100010' })).toEqual([])
  })

  it('says nothing about what holds no number', () => {
    expect(learn({ uid: '1C78F2BF', printed: '' })).toEqual([])
    expect(learn({ uid: '1C78F2BF', printed: 'Card no. x' })).toEqual([])
    expect(learn({ uid: '1C78F2BF', printed: 'FFFFFF' })).toEqual([])
  })

  it('finds every rendering again by its own text, and the rule prints the text again', () => {
    const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
    fc.assert(
      fc.property(fc.constantFrom(...renderings), bytes, (rendering, random) => {
        for (const length of rendering.lengths) {
          const uid = Buffer.from(random.subarray(0, length)).toString('hex').toUpperCase()
          const printed = rendering.encode(uid) ?? ''
          if (printed.length > 40) continue
          const found = learn({ uid, printed })
          expect(found.map((one) => one.rendering)).toContain(rendering.id)
          for (const one of found) expect(printedBy(one, uid)).toBe(printed)
          expect(confirm(found, { uid, printed })).toEqual(found)
        }
      }),
    )
  })

  it('gives rules that can be kept as data', () => {
    for (const printed of ['3220338716', '8511', '100001', '000477688511']) {
      for (const { certain: _, ...rule } of learn({ uid: '1C78F2BF', printed })) {
        expect(printRule.parse(rule)).toEqual(rule)
      }
    }
  })
})
