import { describe, expect, it } from 'vitest'
import { blankForm } from './form-state.ts'
import { tidied, tidyEmail, tidyLine } from './tidy.ts'

describe('tidyLine', () => {
  it('removes what pasting brings along and nobody sees', () => {
    expect(tidyLine('\uFEFF\u00A0Aino\u200B  Maria\tVirtanen\n')).toBe('Aino Maria Virtanen')
  })

  it('keeps names of any script as they are, joiners included', () => {
    const name = 'می\u200Cخواهم 山田 太郎 O’Brien'
    expect(tidyLine(name)).toBe(name)
  })
})

describe('tidyEmail', () => {
  it.each([
    'aino@example.fi',
    ' aino@example.fi\t',
    'Aino V <aino@example.fi>',
    'mailto:aino@example.fi',
  ])('finds the address in %j', (pasted) => expect(tidyEmail(pasted)).toBe('aino@example.fi'))

  it('leaves alone what is no address, so that it can be complained about', () => {
    expect(tidyEmail('aino at example')).toBe('aino at example')
  })
})

describe('tidied', () => {
  it('keeps the lines of the notes', () => {
    const { values } = blankForm('op')
    const notes = { ...values, additionalInformation: ' first\n  second ' }
    expect(tidied(notes).additionalInformation).toBe('first\n  second')
  })
})
