import { describe, expect, it } from 'vitest'
import { installCommand, installedPackages, missingPackages } from './debian-packages.mjs'

const wanted = [
  { names: ['libgtk-3-0', 'libgtk-3-0t64'] },
  { names: ['libnss3'] },
  { names: ['make'], command: 'make' },
]
const noCommand = () => false
const namesOf = (packages) => packages.map(({ names }) => names[0])

describe('missing packages', () => {
  it('are those of which no name is installed', () => {
    const installed = new Set(['libnss3'])
    expect(namesOf(missingPackages(wanted, installed, noCommand))).toEqual(['libgtk-3-0', 'make'])
  })

  it('are satisfied by the name of a later release', () => {
    const installed = new Set(['libgtk-3-0t64', 'libnss3', 'make'])
    expect(missingPackages(wanted, installed, noCommand)).toEqual([])
  })

  it('are satisfied by a program on PATH where a program is all that is wanted', () => {
    const missing = missingPackages(wanted, new Set(), (command) => command === 'make')
    expect(namesOf(missing)).toEqual(['libgtk-3-0', 'libnss3'])
  })
})

describe('the answer of dpkg-query', () => {
  it('counts only packages that are installed, not those whose settings were left behind', () => {
    const answer = 'libnss3 ii \npcscd rc \nxvfb un \nmake ii \n'
    expect(installedPackages(answer)).toEqual(new Set(['libnss3', 'make']))
  })

  it('is an empty set when there is none', () => {
    expect(installedPackages('')).toEqual(new Set())
  })
})

describe('the command to pass on', () => {
  it('is one line with every missing package', () => {
    expect(installCommand(['pcscd', 'xvfb'])).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends pcscd xvfb',
    )
  })
})
