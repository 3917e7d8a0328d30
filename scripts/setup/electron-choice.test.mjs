import { describe, expect, it } from 'vitest'
import { givenElectron, nextElectron, ourChoice, standInFits } from './electron-choice.mjs'

const nothing = { officialPresent: false, downloadFailed: false, standInFits: true }

describe('the choice of the Electron runtime', () => {
  it('takes the one that was asked for before all others', () => {
    expect(nextElectron({ ...nothing, given: '/opt/electron', officialPresent: true })).toBe(
      'given',
    )
  })

  it('takes the official one that is there, whatever an earlier download did', () => {
    expect(nextElectron({ ...nothing, officialPresent: true, downloadFailed: true })).toBe(
      'official',
    )
  })

  it('tries to download the official one before it settles for the stand-in', () => {
    expect(nextElectron(nothing)).toBe('download')
    expect(nextElectron({ ...nothing, downloadFailed: true })).toBe('stand-in')
  })

  it('has nothing to offer where the stand-in does not run', () => {
    expect(nextElectron({ ...nothing, downloadFailed: true, standInFits: false })).toBe('none')
    expect(standInFits('linux', 'x64')).toBe(true)
    expect(standInFits('linux', 'arm64')).toBe(false)
    expect(standInFits('darwin', 'x64')).toBe(false)
  })
})

describe('an Electron in the environment', () => {
  it('is a wish when a person set it', () => {
    expect(givenElectron({ ELECTRON_EXEC_PATH: '/a' })).toBe('/a')
    expect(givenElectron({})).toBeUndefined()
    expect(givenElectron({ ELECTRON_EXEC_PATH: '' })).toBeUndefined()
  })

  it('is no wish when setup put its own choice there', () => {
    expect(givenElectron({ ELECTRON_EXEC_PATH: '/a', [ourChoice]: '/a' })).toBeUndefined()
    expect(givenElectron({ ELECTRON_EXEC_PATH: '/b', [ourChoice]: '/a' })).toBe('/b')
  })
})
