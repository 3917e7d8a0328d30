import { describe, expect, it } from 'vitest'
import { fromHex, toHex } from '../hex.ts'
import { cardVectors } from './card-vectors.ts'
import { getUid } from './get-uid.ts'

const ntag = '3B8F8001804F0CA0000003060300030000000068'
const parse = (answer: string, atr = ntag) => getUid.parse(fromHex(answer), fromHex(atr))

describe('GET DATA for the UID', () => {
  it('asks for the whole UID, or for exactly the length that the reader named', () => {
    expect(toHex(getUid.build())).toBe('FFCA000000')
    expect(toHex(getUid.build(7))).toBe('FFCA000007')
  })

  it.each(cardVectors)('reads $uid from $card', ({ atr, answer, uid }) => {
    expect(parse(answer, atr)).toEqual({ kind: 'uid', uid: fromHex(uid) })
  })

  it.each([
    ['nothing at all, the card left', '', { kind: 'again' }],
    ['half a status word', '90', { kind: 'again' }],
    ['operation failed', '6300', { kind: 'again' }],
    ['the length it wants', '6C07', { kind: 'wrong-length', length: 7 }],
    ['function not supported', '6A81', { kind: 'no-uid' }],
    ['instruction not supported', '6D00', { kind: 'no-uid' }],
    ['class not supported', '6E00', { kind: 'no-uid' }],
    ['success without data', '9000', { kind: 'bad-answer' }],
    ['one byte', '049000', { kind: 'bad-answer' }],
    ['half of a 7-byte UID', '04A3B19000', { kind: 'bad-answer' }],
    ['5 bytes', '04A3B1C2D39000', { kind: 'bad-answer' }],
    ['11 bytes', '04112233445566778899AA9000', { kind: 'bad-answer' }],
    ['40 bytes of junk', `${'5A'.repeat(38)}9000`, { kind: 'bad-answer' }],
    ['data that ended early', '04A3B1C26282', { kind: 'bad-answer' }],
    ['a UID without status', '04A3B1C2D3E480', { kind: 'bad-answer' }],
    ['an unknown status', '6F00', { kind: 'bad-answer' }],
  ])('takes %s (%s) for no UID', (_what, answer, outcome) => {
    expect(parse(answer)).toEqual(outcome)
  })

  it('turns an answer around only for ISO 15693', () => {
    const answer = 'FCD8812F080104E09000'
    expect(parse(answer, ntag)).toEqual({ kind: 'uid', uid: fromHex('FCD8812F080104E0') })
  })

  it('leaves the response it was given as it was', () => {
    const response = fromHex('FCD8812F080104E09000')
    getUid.parse(response, fromHex('3B8F8001804F0CA0000003060B00140000000077'))
    expect(toHex(response)).toBe('FCD8812F080104E09000')
  })
})
