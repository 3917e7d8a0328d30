import { inflateSync } from 'node:zlib'

/**
 * The words of a document as Chromium prints it (PDF 1.4 by Skia: objects in the open, streams deflated,
 * every font with a ToUnicode table), one line per piece of text. Of other PDF it finds nothing.
 */
export function pdfText(pdf: Buffer): string {
  const objects = objectsIn(pdf)
  const fonts = new Map<string, Letters>()
  for (const [id, { text }] of objects) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(text)?.[1]
    const stream = table === undefined ? undefined : objects.get(table)?.stream
    if (stream !== undefined) fonts.set(id, lettersIn(stream))
  }
  const names = new Map<string, Letters>()
  for (const { text } of objects.values()) {
    for (const [, name = '', id = ''] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const letters = fonts.get(id)
      if (letters !== undefined) names.set(name, letters)
    }
  }
  const pages = [...objects.values()].map(({ stream = '' }) => stream)
  return pages.flatMap((page) => piecesOf(page, names)).join('\n')
}

/** From the number of a glyph, four hexadecimal digits, to what it stands for. */
type Letters = ReadonlyMap<string, string>

function objectsIn(pdf: Buffer) {
  const objects = new Map<string, { readonly text: string; readonly stream?: string }>()
  const raw = pdf.toString('latin1')
  for (const [, id = '', body = ''] of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [text = '', data] = body.split(/stream\r?\n/)
    if (data === undefined) objects.set(id, { text: body })
    else if (text.includes('/FlateDecode')) objects.set(id, { text, stream: inflated(data) })
  }
  return objects
}

function inflated(data: string): string {
  return inflateSync(Buffer.from(data, 'latin1')).toString('latin1')
}

function lettersIn(table: string): Letters {
  const letters = new Map<string, string>()
  for (const [, block = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', letter = ''] of block.matchAll(/<(\w+)> <(\w+)>/g)) {
      letters.set(glyph.toUpperCase(), utf16(letter))
    }
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of block.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      const start = parseInt(from, 16)
      for (let glyph = start; glyph <= parseInt(to, 16); glyph += 1) {
        const letter = parseInt(first, 16) + glyph - start
        letters.set(hex(glyph), String.fromCodePoint(letter))
      }
    }
  }
  return letters
}

function piecesOf(page: string, fonts: ReadonlyMap<string, Letters>): string[] {
  return [...page.matchAll(/\bBT\b([\s\S]*?)\bET\b/g)].map(([, piece = '']) => {
    const letters = fonts.get(/\/(F\d+) /.exec(piece)?.[1] ?? '')
    const glyphs = [...piece.matchAll(/<([0-9A-Fa-f]+)>/g)].flatMap(
      ([, run = '']) => run.toUpperCase().match(/.{4}/g) ?? [],
    )
    return glyphs.map((glyph) => letters?.get(glyph) ?? '').join('')
  })
}

function utf16(digits: string): string {
  const units = digits.match(/.{4}/g) ?? []
  return String.fromCharCode(...units.map((unit) => parseInt(unit, 16)))
}

function hex(glyph: number): string {
  return glyph.toString(16).toUpperCase().padStart(4, '0')
}
