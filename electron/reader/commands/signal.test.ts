import { describe, expect, it } from 'vitest'
import { fromHex, toHex } from '../hex.ts'
import { signalSteps } from './signal.ts'

const acr122 = 'ACS ACR122U PICC Interface 00 00'
const told = (reader: string, signal: 'done' | 'warning' | 'refused') =>
  signalSteps(reader, signal).map(({ way, bytes }) => `${way} ${toHex(bytes)}`)

describe('lamp and buzzer', () => {
  it('of an ACR122U blink green once, orange twice, red for long, and end green', () => {
    expect(told(acr122, 'done')).toEqual(['apdu FF0040AE0401010101'])
    expect(told(acr122, 'warning')).toEqual(['apdu FF0040FE0401010201'])
    expect(told(acr122, 'refused')).toEqual(['apdu FF00405E0404010101'])
  })

  it('of an ACR1252U are reached by an escape command', () => {
    const name = 'ACS ACR1252 1S CL Reader PICC 0'
    expect(told(name, 'done')).toEqual(['escape E00000280105'])
    expect(told(name, 'refused')).toEqual(['escape E00000280128'])
  })

  it('are tried on other readers as on the ACR122U, whose command class belongs to readers', () => {
    expect(told('Virtual PCD 00 00', 'done')).toEqual(told(acr122, 'done'))
  })

  it.each([
    [acr122, '9003', true],
    [acr122, '6300', false],
    [acr122, '6D00', false],
    [acr122, '', false],
    ['ACS ACR1252 1S CL Reader PICC 0', 'E10000000105', true],
    ['ACS ACR1252 1S CL Reader PICC 0', '6A81', false],
  ])('of %s did it when the answer is %s: %s', (reader, answer, done) => {
    const [step] = signalSteps(reader, 'done')
    expect(step?.accepted(fromHex(answer))).toBe(done)
  })
})
