import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { alone } from './lock.mjs'

let folder
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'lock-'))))
afterEach(() => rmSync(folder, { recursive: true }))

describe('two setups at once', () => {
  it('do their work one after the other', async () => {
    const lock = path.join(folder, 'lock')
    const order = []
    const work = (name) => async () => {
      order.push(`${name} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      order.push(`${name} ends`)
    }
    await Promise.all([alone(lock, work('one')), alone(lock, work('two'))])
    expect(order.slice(0, 2)).toEqual(['one begins', 'one ends'])
    expect(order.slice(2)).toEqual(['two begins', 'two ends'])
    expect(existsSync(lock)).toBe(false)
  })

  it('are not stopped by one that was killed', async () => {
    const lock = path.join(folder, 'lock')
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    mkdirSync(lock)
    writeFileSync(path.join(lock, 'pid'), String(pid))
    expect(await alone(lock, async () => 'done')).toBe('done')
  })

  it('leave no lock behind when the work fails', async () => {
    const lock = path.join(folder, 'lock')
    await expect(alone(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(existsSync(lock)).toBe(false)
  })
})
