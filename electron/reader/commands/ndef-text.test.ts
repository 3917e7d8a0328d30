import { describe, expect, it } from 'vitest'
import { fromHex } from '../hex.ts'
import { ndefText } from './ndef-text.ts'

const container = 'E1106D00'
const hexText = (text: string) => Buffer.from(text).toString('hex')
const byte = (value: number) => value.toString(16).padStart(2, '0')

/** A well-known record of type T, short, beginning and ending the message unless told otherwise. */
function textRecord(text: string, { flags = 0xd1, status = 0x02, encoded = hexText(text) } = {}) {
  const payload = `${byte(status)}${hexText('en')}${encoded}`
  return `${byte(flags)}01${byte(payload.length / 2)}54${payload}`
}
const message = (records: string) => `03${byte(records.length / 2)}${records}FE`
const read = (data: string, cc = container) => ndefText(fromHex(cc + data))
const utf16 = (text: string) => Buffer.from(text, 'utf16le')

describe('the text on a Type 2 tag', () => {
  it('is that of its only record', () => {
    expect(read(message(textRecord('A-1047 ä')))).toEqual({ kind: 'text', text: 'A-1047 ä' })
  })

  it('is found after blocks and records of other kinds', () => {
    const address = `9101055501${hexText('a.fi')}`
    const blocks = '00000103A00C340203420F03'
    const found = read(blocks + message(address + textRecord('X', { flags: 0x51 })))
    expect(found).toEqual({ kind: 'text', text: 'X' })
  })

  it.each([
    ['big-endian without a mark', utf16('Ö1').swap16().toString('hex')],
    ['big-endian with a mark', `FEFF${utf16('Ö1').swap16().toString('hex')}`],
    ['little-endian with a mark', `FFFE${utf16('Ö1').toString('hex')}`],
  ])('may be UTF-16, %s', (_order, encoded) => {
    const record = textRecord('', { status: 0x82, encoded })
    expect(read(message(record))).toEqual({ kind: 'text', text: 'Ö1' })
  })

  it('may be long, with lengths of several bytes and an id', () => {
    const text = 'x'.repeat(300)
    const payload = `02${hexText('en')}${hexText(text)}`
    const size = (payload.length / 2).toString(16).padStart(8, '0')
    const record = `C901${size}0254${hexText('id')}${payload}`
    const length = (record.length / 2).toString(16).padStart(4, '0')
    expect(read(`03FF${length}${record}FE`)).toEqual({ kind: 'text', text })
  })

  it('is not there yet until all of its bytes are read', () => {
    const all = container + message(textRecord('A-1047'))
    for (let bytes = 0; bytes < all.length / 2 - 1; bytes += 1) {
      expect(ndefText(fromHex(all.slice(0, bytes * 2)))).toEqual({ kind: 'more' })
    }
    expect(ndefText(fromHex(all.slice(0, -2)))).toEqual({ kind: 'text', text: 'A-1047' })
  })

  it.each([
    ['no container', message(textRecord('A')), '00000000'],
    ['a container of another version', message(textRecord('A')), 'E1206D00'],
    ['a container that may not be read', message(textRecord('A')), 'E1106DF0'],
    ['an empty message', '0300FE', container],
    ['an end before a message', 'FE', container],
    ['only another record', message(`D101055501${hexText('a.fi')}`), container],
    ['a record in pieces', message(textRecord('A', { flags: 0xb1 })), container],
    ['a record longer than its message', '0306D1012054026566FE', container],
    ['a message longer than the tag', '03FFFFFED1', container],
    ['bytes that are no UTF-8', message(textRecord('', { encoded: 'C328' })), container],
    ['only spaces', message(textRecord('  ')), container],
    ['no bytes in its payload', message('D1010054'), container],
  ])('is none where there is %s', (_what, data, cc) => {
    expect(read(data, cc)).toEqual({ kind: 'none' })
  })
})
