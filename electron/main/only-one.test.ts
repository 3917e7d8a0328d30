import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { mayStart } from './only-one.ts'

describe('mayStart', () => {
  let folder: string
  beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'tapdesk-only-one-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('lets the first one start', () => {
    expect(mayStart(folder, () => true)).toBe(true)
  })

  it('stops a second one, and leaves nothing in the folder', () => {
    expect(mayStart(folder, () => false)).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })

  it('lets the window open where the folder takes no file, so that it can say so', () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    expect(mayStart(path.join(file, 'profile'), () => false)).toBe(true)
  })
})
