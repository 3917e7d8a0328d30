import { describe, expect, it } from 'vitest'
import { pinProblem } from './pin-fields.ts'

const problem = (present: string, pin: string, again: string, asksPresent = true) =>
  pinProblem({ present, pin, again }, asksPresent)?.field ?? null

describe('another PIN', () => {
  it('is wanted with the present one, where there is one to give', () => {
    expect(problem('', '2580', '2580')).toBe('present')
    expect(problem('', '2580', '2580', false)).toBeNull()
    expect(problem('7391', '2580', '2580')).toBeNull()
  })

  it('has 4 to 12 digits, is not the first one to guess, and is typed the same twice', () => {
    expect(problem('7391', '258', '258')).toBe('pin')
    expect(problem('7391', '2580a', '2580a')).toBe('pin')
    expect(problem('7391', '1234', '1234')).toBe('pin')
    expect(problem('7391', '2580', '2581')).toBe('again')
  })
})
