import { describe, expect, it } from 'vitest'
import { surroundingsOf } from './surroundings.ts'

const linuxWith = (...paths: string[]) => surroundingsOf('linux', (path) => paths.includes(path))()

describe('what surrounds the smart-card service', () => {
  it('on Linux tells whether the kernel claims readers and whether there is a pcscd', () => {
    expect(linuxWith('/usr/sbin/pcscd')).toEqual({
      system: 'linux',
      kernelNfc: false,
      daemonMissing: false,
    })
    expect(linuxWith('/sys/module/pn533_usb')).toMatchObject({
      kernelNfc: true,
      daemonMissing: true,
    })
  })

  it('is looked at anew each time: a driver is loaded when a reader is plugged in', () => {
    const paths = new Set<string>()
    const look = surroundingsOf('linux', (path) => paths.has(path))
    expect(look().kernelNfc).toBe(false)
    paths.add('/sys/module/pn533_usb')
    expect(look().kernelNfc).toBe(true)
  })

  it.each([
    ['win32', 'windows'],
    ['darwin', 'mac'],
  ])('on %s looks at no file', (platform, system) => {
    const look = surroundingsOf(platform, () => {
      throw new Error('looked')
    })
    expect(look()).toEqual({ system, kernelNfc: false, daemonMissing: false })
  })
})
