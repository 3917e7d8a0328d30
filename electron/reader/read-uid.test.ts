import { describe, expect, it } from 'vitest'
import { fromHex, toHex } from './hex.ts'
import { readUid, type Exchange } from './read-uid.ts'

/** A card that gives one answer after another and notes what it was asked. */
function card(...answers: (string | Exchange)[]) {
  const asked: string[] = []
  const transmit = async (apdu: Uint8Array): Promise<Exchange> => {
    asked.push(toHex(apdu))
    const answer = answers.shift() ?? ''
    return typeof answer === 'string' ? { ok: true, response: fromHex(answer) } : answer
  }
  return { asked, transmit }
}

const read = (transmit: ReturnType<typeof card>['transmit'], stillThere = () => true) =>
  readUid({ transmit, atr: fromHex('3B8180018080'), pause: async () => {}, stillThere })

describe('reading a UID', () => {
  it('asks again with the length that the reader wants', async () => {
    const ntag = card('6C07', '04A3B1C2D3E4809000')
    expect(await read(ntag.transmit)).toEqual({ kind: 'uid', uid: '04A3B1C2D3E480' })
    expect(ntag.asked).toEqual(['FFCA000000', 'FFCA000007'])
  })

  it('believes a reader that wants yet another length to be talking nonsense', async () => {
    const odd = card('6C07', '6C07', '6C07')
    expect(await read(odd.transmit)).toEqual({ kind: 'unreadable', reason: 'bad-answer' })
    expect(odd.asked).toHaveLength(2)
  })

  it('tries twice more when the card was out of reach', async () => {
    const shaky = card('6300', '', '8B0D4F499000')
    expect(await read(shaky.transmit)).toEqual({ kind: 'uid', uid: '8B0D4F49' })
  })

  it('gives up after three tries', async () => {
    const gone = card('6300', '6300', '6300', '8B0D4F499000')
    expect(await read(gone.transmit)).toEqual({ kind: 'unreadable', reason: 'moved' })
    expect(gone.asked).toHaveLength(3)
  })

  it('does not ask again when the reader has no UID for the card', async () => {
    const bank = card('6A81', '8B0D4F499000')
    expect(await read(bank.transmit)).toEqual({ kind: 'unreadable', reason: 'no-uid' })
    expect(bank.asked).toHaveLength(1)
  })

  it('throws away an answer that came after the card had left', async () => {
    const late = card('8B0D4F499000')
    expect(await read(late.transmit, () => false)).toEqual({ kind: 'left' })
  })

  it('passes on why the exchange failed', async () => {
    const hung = card({ ok: false, reason: 'timeout' })
    expect(await read(hung.transmit)).toEqual({ kind: 'unreadable', reason: 'timeout' })
  })
})
