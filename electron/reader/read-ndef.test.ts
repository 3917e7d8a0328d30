import { describe, expect, it } from 'vitest'
import { answerNtag, textOnTag } from '../../tests/support/virtual-card.mjs'
import { createVirtualClock } from '../../tests/support/virtual-clock.ts'
import { fromHex, toHex } from './hex.ts'
import { readNdef } from './read-ndef.ts'
import type { Exchange } from './read-uid.ts'

function readFrom(answer: (apdu: string) => string, stillThere = () => true) {
  const clock = createVirtualClock()
  const asked: string[] = []
  const transmit = async (apdu: Uint8Array): Promise<Exchange> => {
    asked.push(toHex(apdu))
    const response = answer(toHex(apdu))
    if (response === 'never') return new Promise(() => {})
    return { ok: true, response: fromHex(response) }
  }
  const pause = (ms: number) => new Promise<void>((resolve) => void clock.after(ms, resolve))
  return { text: readNdef({ transmit, pause, stillThere }), asked, clock }
}

const nobody = {
  asked: Promise.resolve(),
  answered: Promise.resolve(),
  left: Promise.resolve(),
  remove: async () => {},
}
const ntag = (data: string) => (apdu: string) => answerNtag('04', data)(apdu, nobody) ?? ''

describe('reading the text of a tag', () => {
  it('reads no page that the text does not need', async () => {
    const { text, asked } = readFrom(ntag(textOnTag('A-1047')))
    expect(await text).toBe('A-1047')
    expect(asked).toEqual(['FFB0000310', 'FFB0000710'])
  })

  it('asks again with the length that the reader wants, and goes on from there', async () => {
    const whole = ntag(textOnTag('A-1047'))
    const { text, asked } = readFrom((apdu) =>
      apdu.endsWith('10') ? '6C04' : `${whole(`${apdu.slice(0, -2)}10`).slice(0, 8)}9000`,
    )
    expect(await text).toBe('A-1047')
    expect(asked.slice(0, 4)).toEqual(['FFB0000310', 'FFB0000304', 'FFB0000410', 'FFB0000404'])
  })

  it('ends where the tag ends, whatever length the tag pretends', async () => {
    const { text, asked } = readFrom((apdu) =>
      apdu === 'FFB0000310' ? 'E110FF0003FF0700D1010000000000009000' : `${'00'.repeat(16)}9000`,
    )
    expect(await text).toBeNull()
    expect(asked.length).toBeLessThan(70)
  })

  it('is over after a second with a card that says nothing more', async () => {
    const { text, clock } = readFrom(() => 'never')
    clock.move(1000)
    expect(await text).toBeNull()
  })

  it('stops when the card has left', async () => {
    const { text, asked } = readFrom(ntag(textOnTag('A-1047')), () => false)
    expect(await text).toBeNull()
    expect(asked).toEqual([])
  })
})
