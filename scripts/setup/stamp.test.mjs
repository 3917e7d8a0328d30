import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dependenciesKey } from './dependencies.mjs'
import { digest, readStamps, writeStamps } from './stamp.mjs'

let folder
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'stamp-'))))
afterEach(() => rmSync(folder, { recursive: true }))

describe('stamps', () => {
  it('are read back as they were written, and nothing else is left in the folder', () => {
    const file = path.join(folder, 'deep', 'stamps.json')
    writeStamps(file, { a: 'one', ready: { napi: 9 } })
    expect(readStamps(file)).toEqual({ a: 'one', ready: { napi: 9 } })
    expect(readdirSync(path.dirname(file))).toEqual(['stamps.json'])
  })

  it.each(['', '{"a":', 'null', '"text"'])('are empty when the file says %j', (content) => {
    const file = path.join(folder, 'stamps.json')
    writeFileSync(file, content)
    expect(readStamps(file)).toEqual({})
  })

  it('are empty when there is no file', () => {
    expect(readStamps(path.join(folder, 'none'))).toEqual({})
  })
})

describe('a digest', () => {
  it('is equal for equal values and differs otherwise', () => {
    expect(digest(['a', null])).toBe(digest(['a', null]))
    expect(digest(['a', null])).not.toBe(digest(['a']))
  })
})

describe('the key of the installed packages', () => {
  it('changes with the lock file and with every list of packages', () => {
    const keys = [
      project(),
      project({ 'package-lock.json': 'other' }),
      project({ 'package.json': { dependencies: { a: '2' } } }),
      project({ 'package.json': { dependencies: { a: '1' }, overrides: { c: '1' } } }),
      project({ 'native/pcsclite/package.json': { dependencies: { b: '1' } } }),
    ].map(dependenciesKey)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('stays the same when only a script changes', () => {
    const other = project({ 'package.json': { dependencies: { a: '1' }, scripts: { start: 'y' } } })
    expect(dependenciesKey(other)).toBe(dependenciesKey(project()))
  })
})

/** Reads the files of a project that differs from the usual one by `changes`. */
function project(changes = {}) {
  const files = {
    'package-lock.json': 'lock',
    'package.json': { dependencies: { a: '1' }, scripts: { start: 'x' } },
    'native/pcsclite/package.json': { peerDependencies: { b: '1' } },
    ...changes,
  }
  return (name) =>
    typeof files[name] === 'string' ? files[name] : JSON.stringify(files[name] ?? {})
}
