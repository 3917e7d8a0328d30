import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderings } from './card/renderings.ts'
import { guessWedge, isPrintedAs, learnWedge } from './wedge-learn.ts'
import { type WedgeText, wedgeText } from './wedge-letters.ts'
import { readByAny, readWedge } from './wedge-profile.ts'

/** Typed on a layout that changes nothing. */
const plain = (typed: string): WedgeText => ({ typed, byPosition: typed.toUpperCase() })
const learnt = (typed: string, uid: string) => learnWedge([{ text: plain(typed), uid }])

describe('learning a keyboard reader from one card', () => {
  it.each([
    ['1C78F2BF', '1C78F2BF', 'hex.card'],
    ['1c78f2bf', '1C78F2BF', 'hex.card'],
    ['BFF2781C', '1C78F2BF', 'hex.reversed'],
    ['0477688511', '1C78F2BF', 'decimal.card'],
    ['3220338716', '1C78F2BF', 'decimal.reversed'],
    ['1341660845581952', '04C43BC21C2680', 'decimal.card'],
    ['00036070701978600452', '04C43BC21C2680', 'decimal.reversed'],
    ['1002701960', '04C43BC21C2680', 'decimal.cascade-reversed'],
    ['0040856634', '01026F6C3A', 'decimal.last-4'],
    ['07302202', '01026F6C3A', 'decimal.last-3'],
    ['111,27706', '01026F6C3A', 'pair-8-16.last-3'],
    ['004335823930', '01026F6C3A', 'decimal.card'],
    ['1C:78:F2:BF', '1C78F2BF', 'hex-colon.card'],
  ])('knows that %s of %s is %s', (typed, uid, rendering) => {
    const [only, ...others] = learnt(typed, uid)
    expect(only).toMatchObject({ letters: 'as-typed', prefix: '', suffix: '', rendering })
    expect(others).toEqual([])
  })

  it('keeps what stands before and after the number', () => {
    expect(learnt(';3220338716?', '1C78F2BF')).toMatchObject([
      { prefix: ';', suffix: '?', rendering: 'decimal.reversed' },
    ])
  })

  it.each(['azerty', 'shift-us', 'shift-nordic'] as const)('mends the digits of %s', (letters) => {
    const rows = { azerty: 'à&é"\'(-è_ç', 'shift-us': ')!@#$%^&*(', 'shift-nordic': '=!"#¤%&/()' }
    const typed = '3220338716'.replace(/\d/g, (digit) => rows[letters][Number(digit)] ?? '')
    const text = { typed, byPosition: null }
    const [profile, ...others] = learnWedge([{ text, uid: '1C78F2BF' }])
    expect(profile).toMatchObject({ letters, rendering: 'decimal.reversed' })
    expect(others).toEqual([])
  })

  it('reads the places of the keys where the characters say nothing', () => {
    const keys = '3220338716'.split('').map((digit) => ({ key: 'End', code: `Numpad${digit}` }))
    expect(learnWedge([{ text: wedgeText(keys), uid: '1C78F2BF' }])).toMatchObject([
      { letters: 'by-position', rendering: 'decimal.reversed' },
    ])
  })

  it('needs a second card where the first reads the same both ways', () => {
    const first = { text: plain('ABCDCDAB'), uid: 'ABCDCDAB' }
    expect(learnWedge([first]).map(({ rendering }) => rendering)).toEqual([
      'hex.card',
      'hex.reversed',
    ])
    const second = { text: plain('BFF2781C'), uid: '1C78F2BF' }
    expect(learnWedge([first, second])).toMatchObject([{ rendering: 'hex.reversed' }])
  })

  it('learns nothing from two different cards', () => {
    expect(learnt('3220338716', '8B0D4F49')).toEqual([])
  })

  it('reads the next card of every lossless way of writing as it is', () => {
    const lossless = renderings.filter((each) => each.lossless && !/pair|wiegand/.test(each.form))
    const uid = fc
      .constantFrom(4, 7)
      .chain((bytes) => fc.uint8Array({ minLength: bytes, maxLength: bytes }))
      .map((bytes) => [...bytes].map((byte) => (byte | 1).toString(16).padStart(2, '0')).join(''))
      .map((hex) => hex.toUpperCase())
    const holds = (card: string, next: string, at: number) => {
      const rendering = lossless[at % lossless.length]
      const typed = rendering?.encode(card) ?? null
      const nextTyped = rendering?.encode(next) ?? null
      if (typed === null || nextTyped === null) return true
      const profiles = learnWedge([
        { text: plain(typed), uid: card },
        { text: plain(nextTyped), uid: next },
      ])
      const reads = profiles.map((profile) => readWedge(profile, plain(nextTyped)))
      return reads.length > 0 && reads.every((read) => read?.whole === true && read.uid === next)
    }
    expect(fc.check(fc.property(uid, uid, fc.nat(), holds)).failed).toBe(false)
  })
})

describe('a reader that was learnt', () => {
  const [decimal] = learnt('3220338716', '1C78F2BF')
  const [cut] = learnt('0040856634', '01026F6C3A')
  const [cascade] = learnt('1002701960', '04C43BC21C2680')
  if (!decimal || !cut || !cascade) throw new Error('nothing was learnt')

  it('reads cards of other lengths too', () => {
    expect(readWedge(decimal, plain('36070701978600452'))).toEqual({
      uid: '04C43BC21C2680',
      whole: true,
    })
  })

  it('says when it passes on only a part of the number', () => {
    expect(readWedge(cut, plain('0040856634'))).toEqual({ uid: '026F6C3A', whole: false })
    expect(readWedge(cascade, plain('1002701960'))).toEqual({ uid: '8804C43B', whole: false })
  })

  it('reads nothing that is written in another way', () => {
    expect(readWedge(decimal, plain('1C78F2BF'))).toBeNull()
    expect(readWedge({ ...decimal, prefix: ';' }, plain('3220338716'))).toBeNull()
  })

  it('leaves it open where two known readers would mean two cards', () => {
    const [hex] = learnt('1C78F2BF', '1C78F2BF')
    if (!hex) throw new Error('nothing was learnt')
    const uids = readByAny([hex, decimal], plain('12345678')).map(({ uid }) => uid)
    expect(uids).toEqual(['12345678', '4E61BC00'])
    expect(readByAny([hex, decimal], plain('1C78F2BF'))).toHaveLength(1)
  })
})

describe('guessing without another reader', () => {
  it('offers both bases and both orders, and leaves the choice to a person', () => {
    const uids = guessWedge(plain('12345678')).map(({ uid }) => uid)
    expect(uids).toEqual(expect.arrayContaining(['12345678', '78563412', '00BC614E', '4E61BC00']))
  })

  it('knows which one the number on the card speaks for', () => {
    const printed = guessWedge(plain('3220338716')).filter(({ uid }) =>
      isPrintedAs(uid, '0477688511'),
    )
    expect(printed.map(({ uid }) => uid)).toContain('1C78F2BF')
    expect(isPrintedAs('1C78F2BF', '')).toBe(false)
  })
})
