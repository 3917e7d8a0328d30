import { afterEach, describe, expect, it } from 'vitest'
import { languageOf, localeFor, speak, speaking, useLanguage } from './language.ts'
import { enFirst } from './messages/en-first.ts'
import type { FirstMessages } from './messages/catalogue.ts'

afterEach(() => speak('en'))

describe('the language of the window', () => {
  it('is the one that was chosen, or that of the system where there is a catalogue for it', () => {
    expect(languageOf('fi', 'en-GB')).toBe('fi')
    expect(languageOf('system', 'fi-FI')).toBe('fi')
    expect(languageOf('system', 'sv-FI')).toBe('en')
  })

  it('keeps the region of the person for dates and numbers', () => {
    expect(localeFor('en', 'en-US')).toBe('en-US')
    expect(localeFor('fi', 'en-US')).toBe('fi-FI')
  })

  it('changes every sentence that is read after the change', async () => {
    const t = speaking<FirstMessages>(enFirst)
    await speak('fi')
    expect(t.signIn.title).toBe('Kirjaudu sisään')
    await speak('en')
    expect(t.signIn.title).toBe('Sign in')
  })

  it('is the last one that was asked for, however long another takes to load', async () => {
    await Promise.all([speak('fi'), speak('en')])
    expect(useLanguage.getState().language).toBe('en')
  })
})
