import { describe, expect, it } from 'vitest'
import { maskCard, maskedCard } from './masked-card.ts'

describe('a masked card', () => {
  it.each([
    ['04C43BC21C3A80', '••••3A80'],
    ['1C78F2BF', '••••F2BF'],
    ['01026F6C3A', '••••6C3A'],
    ['7BB26E', '••••B26E'],
    ['E0040150ABCD0001', '••••0001'],
    ['0123456789ABCDEF0123', '••••0123'],
  ])('keeps the last two bytes of %s and nothing else', (uid, masked) => {
    expect(maskCard(uid)).toBe(masked)
    expect(maskedCard.safeParse(masked).success).toBe(true)
  })

  it.each(['04C43BC21C3A80', '3A80', '•••3A80', '••••04C43BC21C3A80', '••••3a80'])(
    'is not %s',
    (text) => {
      expect(maskedCard.safeParse(text).success).toBe(false)
    },
  )
})
