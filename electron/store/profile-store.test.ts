import path from 'node:path'
import Driver from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { defaultPreferences } from '../../core/preferences.ts'
import type { DeskIdentity } from '../../core/session.ts'
import { id } from '../../tests/support/desk-people.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { openDatabase } from './open-database.ts'
import { profileMigrations } from './profile-migrations/index.ts'
import { openProfileStore } from './profile-store.ts'

const identity: DeskIdentity = {
  cloudUrl: 'https://cloud.example.com',
  cloudId: id(1),
  demo: false,
  person: { id: id(2), email: 'aino@example.com', name: 'Aino Salo' },
  account: { id: id(3), name: 'Harbour', role: 'account-admin' },
}

function opened(at: string) {
  const profile = openProfileStore({ path: at, newId: () => crypto.randomUUID() })
  if (!profile.ok) throw new Error(profile.code)
  return profile.value
}

const file = () => path.join(temporaryFolder(), 'profile.db')

describe('the profile', () => {
  it('starts empty, with an id of this installation that stays', () => {
    const at = file()
    const first = opened(at)
    expect(first.signedIn()).toBeNull()
    expect(first.token()).toBeNull()
    expect(first.lastForm()).toEqual({ cloudUrl: '', email: '' })
    expect(first.workOffline()).toBe(false)
    expect(first.desks()).toEqual([])
    const deskId = first.deskId()
    first.close()
    const again = opened(at)
    expect(again.deskId()).toBe(deskId)
    again.close()
  })

  it('keeps preferences over a restart, and has defaults for what it cannot read', () => {
    const at = file()
    const first = opened(at)
    expect(first.preferences()).toEqual(defaultPreferences)
    const chosen = { ...defaultPreferences, language: 'fi', theme: 'dark' } as const
    first.setPreferences(chosen)
    first.close()
    const again = opened(at)
    expect(again.preferences()).toEqual(chosen)
    again.close()
    const driver = new Driver(at)
    driver.prepare("UPDATE setting SET value = '{}' WHERE name = 'preferences'").run()
    driver.close()
    const later = opened(at)
    expect(later.preferences()).toEqual(defaultPreferences)
    later.close()
  })

  it('keeps the preferences of a version that knew nothing of sound', () => {
    const at = file()
    const earlier = opened(at)
    const { sound, ...without } = { ...defaultPreferences, language: 'fi' as const }
    earlier.setPreferences({ ...without, sound })
    earlier.close()
    const driver = new Driver(at)
    driver
      .prepare("UPDATE setting SET value = ? WHERE name = 'preferences'")
      .run(JSON.stringify(without))
    driver.close()
    const now = opened(at)
    expect(now.preferences()).toEqual({ ...without, sound: 'normal' })
    now.close()
  })

  it('keeps how keyboard readers write over a restart', () => {
    const at = file()
    const wedge = {
      letters: 'azerty',
      prefix: ';',
      suffix: '',
      rendering: 'decimal.reversed',
      bytes: 7,
    } as const
    const first = opened(at)
    expect(first.wedges()).toEqual([])
    first.setWedges([wedge])
    first.close()
    const again = opened(at)
    expect(again.wedges()).toEqual([wedge])
    again.close()
  })

  it('remembers who is signed in over a restart', () => {
    const at = file()
    const first = opened(at)
    first.setSignedIn(identity)
    first.setToken({ sealed: 'c2VhbGVk', backend: 'kwallet6' })
    first.setWorkOffline(true)
    first.close()
    const again = opened(at)
    expect(again.signedIn()).toEqual(identity)
    expect(again.token()).toEqual({ sealed: 'c2VhbGVk', backend: 'kwallet6' })
    expect(again.workOffline()).toBe(true)
    again.close()
  })

  it('signs out without forgetting the desk, its unsent work and the form', () => {
    const profile = opened(file())
    profile.setSignedIn(identity)
    profile.setToken({ sealed: 'c2VhbGVk', backend: 'kwallet6' })
    profile.setUnsent(identity, 12)
    profile.setSignedIn(null)
    expect(profile.signedIn()).toBeNull()
    expect(profile.token()).toBeNull()
    expect(profile.lastForm()).toEqual({
      cloudUrl: 'https://cloud.example.com',
      email: 'aino@example.com',
    })
    expect(profile.desks()).toEqual([{ identity, file: profile.fileFor(identity), unsent: 12 }])
    profile.setSignedIn({ ...identity, person: { ...identity.person, name: 'Aino' } })
    expect(profile.desks()).toMatchObject([{ unsent: 12 }])
    profile.close()
  })

  it('gives one file to each cloud, account and person, whatever they are called', () => {
    const profile = opened(file())
    const name = profile.fileFor(identity)
    expect(name).toMatch(/^desk-[0-9a-f]{32}\.db$/)
    const renamed = { ...identity, cloudUrl: 'https://other.example.com', demo: true }
    expect(profile.fileFor(renamed)).toBe(name)
    const others = [
      { ...identity, cloudId: id(9) },
      { ...identity, account: { ...identity.account, id: id(9) } },
      { ...identity, person: { ...identity.person, id: id(9) } },
    ]
    expect(new Set([name, ...others.map(profile.fileFor)]).size).toBe(4)
    profile.close()
  })

  it('remembers readers by name over a restart, and changes only what is told', () => {
    const at = file()
    const first = opened(at)
    expect(first.readers()).toEqual([])
    first.changeReader({ reader: 'ACR122U 0', set: { label: 'Front desk left', ignored: false } })
    first.changeReader({ reader: 'ACR122U 0', set: { muted: true, seen: 'contactless' } })
    first.changeReader({ reader: 'ACR122U 0', set: { seen: 'contact' } })
    first.changeReader({ reader: 'ACR1252 SAM 0', set: { signals: true } })
    first.close()
    const again = opened(at)
    expect(again.readers()).toEqual([
      {
        reader: 'ACR122U 0',
        label: 'Front desk left',
        muted: true,
        ignored: false,
        signals: false,
        seen: 'contactless',
      },
      {
        reader: 'ACR1252 SAM 0',
        label: null,
        muted: false,
        ignored: null,
        signals: true,
        seen: 'nothing',
      },
    ])
    again.close()
  })

  it('of every earlier version is brought forward with all that it remembers', () => {
    for (const [index] of profileMigrations.entries()) {
      const at = file()
      const migrations = profileMigrations.slice(0, index + 1)
      const earlier = openDatabase({ path: at, key: null, migrations })
      if (!earlier.ok) throw new Error(earlier.code)
      const remember = earlier.value.prepare<[string, string]>(
        'INSERT INTO setting (name, value) VALUES (?, ?)',
      )
      earlier.value.write(() => {
        remember.run('desk-id', id(7))
        remember.run('signed-in', JSON.stringify(identity))
      })
      earlier.value.close()
      const now = opened(at)
      expect(now.deskId()).toBe(id(7))
      expect(now.signedIn()).toEqual(identity)
      expect(now.readers()).toEqual([])
      now.close()
    }
  })
})
