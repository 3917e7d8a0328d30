import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from './html.ts'
import { preferredLanguage } from './language.ts'
import { registrationPage } from './registration-page.ts'

describe('HTML', () => {
  it('takes text as text, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { html: made } = html`<p title="${text}">${text}</p>`
        const inside = made.slice('<p title="'.length, -'</p>'.length)
        expect(inside.replace('">', '')).not.toMatch(/[<>"']/)
      }),
    )
  })

  it('puts parts, lists of parts and nothing where they belong', () => {
    const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`)
    const { html: made } = html`<ul>
        ${items}
      </ul>
      ${null}${3}`
    expect(made.replace(/\s+/g, '')).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>3')
  })
})

describe('the language', () => {
  it.each([
    ['fi', 'fi'],
    ['fi-FI,fi;q=0.9,en;q=0.8', 'fi'],
    ['en;q=0.4, fi;q=0.7', 'fi'],
    ['sv, de;q=0.9', 'en'],
    ['fi;q=0', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [',;;q=,*', 'en'],
  ] as const)('of %j is %s', (header, language) => {
    expect(preferredLanguage(header, 'en')).toBe(language)
  })
})

describe('the registration page', () => {
  const shown = {
    account: 'Site <1>',
    email: 'pat@site.example',
    granted: { groups: [], rights: [] },
    joins: false,
    names: { firstName: '"Pat"', lastName: '' },
    problems: [{ field: 'password', problem: 'too-short' }],
  } as const

  it('labels every field and ties what is wrong to it', () => {
    const text = registrationPage('en', shown)
    const ids = [...text.matchAll(/<input[^>]*\sid="(\w+)"/g)].map(([, id]) => id)
    expect(ids).toEqual(['email', 'firstName', 'lastName', 'password', 'repeated'])
    for (const id of ids) expect(text).toContain(`<label for="${id}">`)
    expect(text).toMatch(/aria-describedby="password-hint password-bad"/)
    expect(text).toContain('id="password-bad"')
    expect(text).toContain('role="alert"')
    expect(text).toContain('Site &lt;1&gt;')
    expect(text).toContain('value="&quot;Pat&quot;"')
  })

  it('asks somebody with a login for nothing but a yes', () => {
    const text = registrationPage('fi', { ...shown, joins: true, problems: [] })
    expect(text).not.toContain('<input')
    expect(text).toContain('<html lang="fi">')
  })
})
