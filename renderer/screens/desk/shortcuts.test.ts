import { describe, expect, it } from 'vitest'
import { shortcutOf } from './shortcuts.ts'

const key = (
  text: string,
  held: Partial<{ ctrlKey: boolean; metaKey: boolean; altKey: boolean }> = {},
) => ({
  key: text,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
})

describe('shortcutOf', () => {
  it('shows the list by "?", which in a field is a question mark', () => {
    expect(shortcutOf(key('?'), false)).toBe('help')
    expect(shortcutOf(key('?'), true)).toBeNull()
  })

  it('searches by Ctrl or ⌘ with F, also out of a field', () => {
    expect(shortcutOf(key('f', { ctrlKey: true }), true)).toBe('search')
    expect(shortcutOf(key('F', { metaKey: true }), false)).toBe('search')
  })

  it('leaves AltGr and plain letters to the person', () => {
    expect(shortcutOf(key('f', { ctrlKey: true, altKey: true }), true)).toBeNull()
    expect(shortcutOf(key('f'), false)).toBeNull()
  })
})
