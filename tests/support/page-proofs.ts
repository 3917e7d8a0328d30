import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)

export const readInProject = (file: string) =>
  readFileSync(fileURLToPath(new URL(file, root)), 'utf8')

export type Proof = { readonly file: string; readonly title: string }

/** The tests that a part of a page lists, as `- \`file\`: title`. */
export function proofsIn(part: string): Proof[] {
  return [...part.matchAll(/^ *- `([^`]+)`: (.+(?:\n +(?![ -]).+)*)$/gm)].map(
    ([, file = '', title = '']) => ({ file, title: title.replace(/\s+/g, ' ') }),
  )
}

/** Whether a test of this very title is in the file, and is not skipped. */
export function isTested({ file, title }: Proof): boolean {
  if (!/\.(test|e2e)\.tsx?$/.test(file) || !existsSync(new URL(file, root))) return false
  const text = readInProject(file)
  return [`'${title}'`, `"${title}"`].some((quoted) =>
    new RegExp(String.raw`(\b(it|test)|\))\(\s*${escaped(quoted)}`).test(text),
  )
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
