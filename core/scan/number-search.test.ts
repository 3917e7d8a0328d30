import { describe, expect, it } from 'vitest'
import { numberSearch } from './number-search.ts'

describe('a number that is looked for', () => {
  it('is a part of the hexadecimal, however it is separated', () => {
    expect(numberSearch('04:c4 3b').part).toBe('04C43B')
    expect(numberSearch('Aino').part).toBeNull()
  })

  it('is the decimal in both orders of bytes', () => {
    expect(numberSearch('0477688511').equal).toContain('1C78F2BF')
    expect(numberSearch('3220338716').equal).toContain('1C78F2BF')
    expect(numberSearch('36070701978600452').equal).toContain('04C43BC21C2680')
  })
})
