import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import { violationsOf } from './boundaries/violations.mjs'

/** Prints every import that the table in `boundaries/table.mjs` does not allow; exit code 1 if there is one. */
function main() {
  const files = execFileSync('git', [
    'ls-files',
    '-co',
    '--exclude-standard',
    '*.ts',
    '*.tsx',
    '*.mjs',
  ])
    .toString()
    .split('\n')
    .filter((file) => file !== '')
  const found = files.flatMap((file) => violationsOf(file, readIfThere(file)))
  for (const { file, line, message } of found) console.error(`${file}:${line} ${message}`)
  if (found.length > 0) process.exitCode = 1
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return ''
    throw error
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) main()
