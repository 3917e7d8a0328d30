import { describe, expect, it } from 'vitest'
import { readTapArguments } from './tap-arguments.mjs'

const problemOf = (...argv: string[]) => {
  const read = readTapArguments(argv)
  return 'problem' in read ? read.problem : null
}

describe('npm run tap', () => {
  it('needs nothing but a UID', () => {
    expect(readTapArguments(['04a3b1c2d3e480'])).toEqual({
      uid: '04A3B1C2D3E480',
      atr: undefined,
      hold: 1000,
      slot: 0,
    })
  })

  it('takes bytes the way people write them', () => {
    const argv = ['8B:0D:4F:49', '--atr', '3b 81 80 01 80 80', '--hold', '250', '--slot=1']
    expect(readTapArguments(argv)).toEqual({
      uid: '8B0D4F49',
      atr: '3B8180018080',
      hold: 250,
      slot: 1,
    })
  })

  it.each([
    [[], 'UIDHEX is missing'],
    [['04A3B1C'], 'UIDHEX "04A3B1C" is no UID'],
    [['04A3B1C2D3'], 'UIDHEX "04A3B1C2D3" is no UID'],
    [['zz'], 'UIDHEX "zz" is no UID'],
    [['8B0D4F49', '8B0D4F50'], '"8B0D4F50" is one argument too many'],
    [['8B0D4F49', '--atr', 'ABCD'], '--atr "ABCD" is no ATR'],
    [['8B0D4F49', '--atr', `3B${'00'.repeat(33)}`], 'is no ATR'],
    [['8B0D4F49', '--hold', '-5'], '--hold'],
    [['8B0D4F49', '--hold', '1.5'], '--hold "1.5" is no time'],
    [['8B0D4F49', '--hold', '700000'], '--hold "700000" is no time'],
    [['8B0D4F49', '--slot', '2'], '--slot "2" is no slot'],
    [['8B0D4F49', '--reader', '2'], '--reader'],
  ])('names what is wrong with %j', (argv, sentence) => {
    expect(problemOf(...argv)).toContain(sentence)
  })
})
