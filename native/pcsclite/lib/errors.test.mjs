import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const require = createRequire(import.meta.url)
const { codes, withCode } = require('./errors.js')
const smartcard = path.resolve(path.dirname(require.resolve('smartcard')), '../..')

describe('codes of PC/SC errors', () => {
  it('are known for every sentence of the pinned smartcard', () => {
    const source = readFileSync(path.join(smartcard, 'src/pcsc_errors.h'), 'utf8')
    const said = [...source.matchAll(/ucode == (SCARD_[EFW]_\w+)\) return "(.+)"/g)]
    const sentences = Object.fromEntries(said.map(([, code, sentence]) => [sentence, code]))
    expect({ ...sentences, 'Unknown PC/SC error': 'SCARD_F_UNKNOWN_ERROR' }).toEqual(codes)
  })

  it('are those of the version whose sentences were read', () => {
    const { version } = JSON.parse(readFileSync(path.join(smartcard, 'package.json'), 'utf8'))
    expect(version).toBe('3.7.0')
  })

  it('are never missing and never overwritten', () => {
    expect(withCode(new Error('Sharing violation')).code).toBe('SCARD_E_SHARING_VIOLATION')
    expect(withCode(new Error('something new')).code).toBe('SCARD_F_UNKNOWN_ERROR')
    const late = Object.assign(new Error('late'), { code: 'SCARD_E_TIMEOUT' })
    expect(withCode(late).code).toBe('SCARD_E_TIMEOUT')
  })
})
