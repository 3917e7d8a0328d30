import { execFile } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { cardVectors } from '../../core/card/vectors.ts'
import { inRoot } from '../setup/paths.mjs'

/** Runs the real command; resolves with what it printed and its exit code. */
function card(...args) {
  return new Promise((resolve) => {
    execFile(process.execPath, [inRoot('scripts/card.mjs'), ...args], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    )
  })
}

describe('the command card', () => {
  it('prints one line with every rendering of a number, named and written', async () => {
    const { code, stdout, stderr } = await card('04:c4:3b:c2:1c:26:80')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout.trimEnd().split('\n')).toHaveLength(1)
    const { uid, renderings, warnings } = JSON.parse(stdout)
    expect({ uid, warnings }).toEqual({ uid: '04C43BC21C2680', warnings: [] })
    expect(renderings).toContainEqual({
      id: 'decimal.reversed',
      label: 'Decimal, reversed',
      text: '36070701978600452',
    })
    const texts = Object.fromEntries(renderings.map(({ id, text }) => [id, text]))
    expect(texts).toMatchObject(cardVectors.find((vector) => vector.uid === uid)?.texts ?? {})
  })

  it.each([
    [['083D775E'], ['random']],
    [['5E773D08'], ['maybe-random']],
    [['8024A937', '--atr', '3B8180018080'], ['desfire-random']],
    [
      ['01020304', '--atr', '3B 80 80 01 01'],
      ['fixed-phone', 'phone'],
    ],
    [['8804C43B'], ['cascade-tag']],
    [['01026F6C3A'], ['clonable']],
    [['1C78F2BF'], []],
  ])('warns about %j with %j and says what to do', async (args, codes) => {
    const { warnings } = JSON.parse((await card(...args)).stdout)
    expect(warnings.map((warning) => warning.code)).toEqual(codes)
    expect(warnings.every(({ advice }) => advice.length > 20)).toBe(true)
  })

  it.each([
    [[], 'The card number is missing'],
    [['04C43'], 'it has 5 hex digits, and each byte takes two'],
    [['04C43BG2'], 'give hex digits'],
    [['04C4'], 'it has 2 bytes, and a card has 3, 4, 5, 7, 8 or 10'],
    [['04C43BC21C26'], 'it has 6 bytes'],
    [['00112233445566778899AA'], 'it has 11 bytes'],
    [['1C78F2BF', 'A5DCAC'], '"A5DCAC" is one argument too many'],
    [['1C78F2BF', '--atr', '12'], '--atr "12" is no ATR'],
    [['1C78F2BF', '--base', '10'], "Unknown option '--base'"],
  ])('refuses %j in one sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await card(...args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(sentence)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})
