import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A short name for a value: equal values, equal names. Strings and JSON values. */
export function digest(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return createHash('sha256').update(text).digest('hex').slice(0, 24)
}

/** What was done before: a JSON object of step → key. Missing or torn files are empty. */
export function readStamps(file) {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8'))
    return value !== null && typeof value === 'object' ? value : {}
  } catch {
    return {}
  }
}

/** Replaces the file in one step, so that a reader never sees half of it. */
export function writeStamps(file, stamps) {
  mkdirSync(path.dirname(file), { recursive: true })
  const next = `${file}.${process.pid}`
  writeFileSync(next, `${JSON.stringify(stamps, null, 2)}\n`)
  renameSync(next, file)
}
