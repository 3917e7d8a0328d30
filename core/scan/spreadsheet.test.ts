import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { spreadsheetCsv } from './spreadsheet.ts'

const cellsOf = (text: string) =>
  Papa.parse<string[]>(text.replace('\u{FEFF}', ''), { skipEmptyLines: true }).data

describe('CSV for a spreadsheet', () => {
  it('begins with the mark by which spreadsheets know UTF-8', () => {
    expect(new TextEncoder().encode(spreadsheetCsv([['Kortti']])).slice(0, 3)).toEqual(
      new Uint8Array([0xef, 0xbb, 0xbf]),
    )
  })

  it.each(['0477688511', '36070701978600452', '04E12345', '1E5', '12-05'])(
    'keeps the number %s from being reckoned with',
    (number) => {
      const [[cell = ''] = []] = cellsOf(spreadsheetCsv([[number]]))
      expect(cell).toBe(`\t${number}`)
      expect(cell.trim()).toBe(number)
    },
  )

  it.each(['=1+1', '+358', '-5', '@SUM(A1)', ' =HYPERLINK("x")', '＝1', '\t=1', '|cmd', '%a'])(
    'lets no formula run: %s',
    (text) => {
      const [[cell = ''] = []] = cellsOf(spreadsheetCsv([[text]]))
      expect(cell).toBe(`\t${text}`)
    },
  )

  it('begins no cell with what a spreadsheet runs, also where it parts cells by semicolons', () => {
    const part = fc.constantFrom(
      '=1',
      '+',
      '-',
      '@x',
      '|',
      '%',
      '＝',
      ';',
      '\n',
      '\r',
      ' ',
      ',',
      '"',
      'a',
    )
    const text = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (row) => {
        const lines = spreadsheetCsv([row]).slice(1)
        const begun = [...lines.matchAll(/","|[;\r\n]|^"/g)].map(({ 0: mark, index }) =>
          lines.slice(index + mark.length),
        )
        expect(begun.filter((rest) => /^[^\S\t]*[=+\-@|%＝＋－＠]/u.test(rest))).toEqual([])
      }),
    )
  })

  it('gives back every other text as it was', () => {
    const rows = [
      ['A-0001', '04C43BC21C2680', 'Reader, "left"'],
      ['Ä-1', '1C78F2BF', 'two\nlines'],
    ]
    expect(cellsOf(spreadsheetCsv(rows))).toEqual(rows)
  })
})
