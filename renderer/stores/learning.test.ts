import { describe, expect, it } from 'vitest'
import { candidatesOf, laid, nothingLearned, printedOn } from './learning.ts'

const [one, other] = ['1C78F2BF', '04C43BC21C2680']
const rules = (learning: typeof nothingLearned) =>
  candidatesOf(learning).map(({ rendering, take, certain }) => [rendering, take.kind, certain])

describe('learning the printed number', () => {
  it('knows nothing before a card lies there and its number is typed', () => {
    expect(candidatesOf(printedOn(nothingLearned, '3220338716'))).toEqual([])
    expect(candidatesOf(laid(nothingLearned, one))).toEqual([])
  })

  it('is done with one card whose number is a whole rendering', () => {
    const learning = printedOn(laid(nothingLearned, one), '3220338716')
    expect(rules(learning)[0]).toEqual(['decimal.reversed', 'all', true])
  })

  it('wants a second card for a fixed distance, and keeps only what explains both', () => {
    const first = printedOn(laid(nothingLearned, one), '477689511')
    expect(candidatesOf(first).every(({ certain }) => !certain)).toBe(true)
    const second = laid(first, other)
    expect(second.card).toEqual({ uid: other, printed: '' })
    expect(rules(printedOn(second, '1341660845582952'))).toEqual([['decimal.card', 'offset', true]])
    expect(rules(printedOn(second, '12345'))).toEqual([])
  })

  it('begins anew with another card once there is no doubt, and not with the same card', () => {
    const sure = printedOn(laid(nothingLearned, one), '3220338716')
    expect(laid(sure, one)).toBe(sure)
    expect(laid(sure, other)).toEqual({ card: { uid: other, printed: '' }, before: null })
  })
})
