/**
 * CSV that a spreadsheet opens without spoiling it: a number with leading zeros or more than 15 digits is
 * kept as text by a tab in front of it, and so is what would be taken for a formula. Whoever reads it
 * elsewhere trims. UTF-8 with a byte order mark, RFC 4180.
 */
export function spreadsheetCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) =>
    row.map((cell) => `"${safe(cell).replaceAll('"', '""')}"`).join(','),
  )
  return `\u{FEFF}${lines.join('\r\n')}\r\n`
}

/** Digits, also with an exponent ("04E12345"), and whatever begins a formula in some spreadsheet. */
const spoiled = /^\s*[0-9]+(?:[.,:Ee-][0-9]+)*\s*$|^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/u

/**
 * Where a spreadsheet's separator is the semicolon (Finnish, German), quotes from the second cell on are
 * text to it: it begins a cell after any semicolon and line break.
 */
const formulaWithin = /([;\r\n][^\S\t]*)(?=[=+\-@＝＋－＠|%])/gu

function safe(cell: string): string {
  const text = cell.replace(formulaWithin, '$1\t')
  return spoiled.test(cell) ? `\t${text}` : text
}
