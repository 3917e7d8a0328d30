import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { deskReader } from '../tests/support/desk-reader.ts'
import type { DeskReaderStatus, Surroundings } from './desk-reader.ts'
import type { SlotState } from './reader.ts'
import { adviceText, readerAdvice } from './reader-advice.ts'

const linux: Surroundings = { system: 'linux', kernelNfc: false, daemonMissing: false }
const status = (given: Partial<DeskReaderStatus>): DeskReaderStatus => ({
  service: 'no-service',
  reason: 'not-running',
  readers: [],
  around: linux,
  ...given,
})
const held = (ignored: boolean, slot: SlotState) => [deskReader({ slot, ignored })]
const inUse: SlotState = { kind: 'unreadable', reason: 'in-use', atr: '' }

describe('advice on readers', () => {
  it.each<[string, Partial<DeskReaderStatus>, readonly string[]]>([
    ['pcscd is not running', {}, ['start-pcscd']],
    ['there is no pcscd', { around: { ...linux, daemonMissing: true } }, ['install-pcscd']],
    ['polkit refuses', { reason: 'access-denied' }, ['polkit']],
    [
      'Windows has stopped the service',
      { around: { ...linux, system: 'windows' } },
      ['windows-service'],
    ],
    ['macOS has no service', { around: { ...linux, system: 'mac' } }, ['mac-driver']],
    ['nothing is found', { service: 'no-reader' }, ['plug-in', 'usb-rights']],
    [
      'Windows finds nothing',
      { service: 'no-reader', around: { ...linux, system: 'windows' } },
      ['plug-in'],
    ],
    [
      'the kernel holds the reader',
      { service: 'no-reader', around: { ...linux, kernelNfc: true } },
      ['kernel-nfc'],
    ],
    [
      'macOS does not see the reader',
      { service: 'no-reader', around: { ...linux, system: 'mac' } },
      ['plug-in', 'mac-driver'],
    ],
    [
      'the kernel driver is loaded and the reader works',
      { service: 'ready', around: { ...linux, kernelNfc: true } },
      [],
    ],
    ['another program has the card', { service: 'ready', readers: held(false, inUse) }, ['in-use']],
    ['it has one in an ignored reader', { service: 'ready', readers: held(true, inUse) }, []],
  ])('when %s', (_when, given, advice) => {
    expect(readerAdvice(status(given))).toEqual(advice)
  })

  it('gives the very rule and the very lines that the package installs', () => {
    const shipped = (name: string) =>
      readFileSync(path.resolve(import.meta.dirname, '../resources/linux', name), 'utf8')
    expect(shipped('90-tapdesk.rules')).toContain(adviceText.polkit)
    for (const line of shipped('tapdesk-nfc.conf').match(/^blacklist .*$/gm) ?? []) {
      expect(adviceText['kernel-nfc']).toContain(line)
    }
    const rules = shipped('70-tapdesk-readers.rules').match(/^SUBSYSTEM.*$/gm) ?? []
    expect(rules).toHaveLength(2)
    for (const rule of rules) expect(adviceText['usb-rights']).toContain(rule)
  })
})
