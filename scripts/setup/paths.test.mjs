import { describe, expect, it } from 'vitest'
import { cacheFolder } from './paths.mjs'
import { isRecent } from './node24.mjs'

describe('the cache folder', () => {
  it('follows the custom of each system', () => {
    expect(cacheFolder('linux', {}, '/home/ada')).toBe('/home/ada/.cache/tapdesk')
    expect(cacheFolder('linux', { XDG_CACHE_HOME: '/var/c' }, '/home/ada')).toBe('/var/c/tapdesk')
    expect(cacheFolder('darwin', {}, '/Users/ada')).toBe('/Users/ada/Library/Caches/tapdesk')
    expect(cacheFolder('win32', { LOCALAPPDATA: '/local' }, '/u')).toContain('Tapdesk')
  })

  it('ignores a relative XDG_CACHE_HOME, as its specification asks', () => {
    expect(cacheFolder('linux', { XDG_CACHE_HOME: 'cache' }, '/home/ada')).toBe(
      '/home/ada/.cache/tapdesk',
    )
  })
})

describe('an installed Node', () => {
  it.each([
    ['20.20.2', false],
    ['22.13.1', false],
    ['22.14.0', true],
    ['24.0.0', true],
  ])('%s is recent enough: %s', (version, expected) => {
    expect(isRecent(version)).toBe(expected)
  })
})
