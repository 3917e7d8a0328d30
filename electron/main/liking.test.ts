import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../contracts/result.ts'
import { type Preferences, defaultPreferences } from '../../core/preferences.ts'
import { createLiking } from './liking.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'tapdesk-liking-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function setUp(away = false) {
  let kept = defaultPreferences
  const listeners: ((payload: Preferences) => void)[] = []
  const nativeTheme = { themeSource: 'system' as 'system' | 'light' | 'dark' }
  const asked = {
    get: () => Promise.resolve(away ? fail('unavailable') : ok(kept)),
    set: (next: Preferences) => {
      kept = next
      listeners.forEach((listener) => listener(next))
      return Promise.resolve(ok(undefined))
    },
    changed: (listener: (payload: Preferences) => void) => {
      listeners.push(listener)
      return () => {}
    },
  }
  const file = path.join(folder, 'preferences.json')
  const liking = createLiking({ asked, file, nativeTheme })
  let told = 0
  liking.onChange(() => void (told += 1))
  return { liking, nativeTheme, told: () => told }
}

describe('the preferences in main', () => {
  it('colour the system parts, change one by one and are told', async () => {
    const { liking, nativeTheme, told } = setUp()
    await liking.choose({ theme: 'dark' })
    await liking.choose({ language: 'fi' })
    expect(liking.now()).toEqual({ ...defaultPreferences, theme: 'dark', language: 'fi' })
    expect(nativeTheme.themeSource).toBe('dark')
    expect(told()).toBe(2)
  })

  it('are there at the next start before anything is asked', async () => {
    await setUp().liking.choose({ theme: 'light' })
    expect(setUp().nativeTheme.themeSource).toBe('light')
  })

  it('stay as they are, and say so, while nobody can keep them', async () => {
    const { liking, told } = setUp(true)
    await liking.choose({ theme: 'dark' })
    expect(liking.now()).toEqual(defaultPreferences)
    expect(told()).toBe(1)
  })
})
