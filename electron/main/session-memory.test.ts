import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SessionView } from '../../core/session.ts'
import { createSessionMemory } from './session-memory.ts'

const id = '0198c0de-0000-7000-8000-000000000001'
const signedIn: Extract<SessionView, { state: 'signed-in' }> = {
  state: 'signed-in',
  identity: {
    cloudUrl: 'https://cloud.example.com',
    cloudId: id,
    demo: false,
    person: { id, email: 'a@example.com', name: 'A' },
    account: { id, name: 'Account', role: 'account-admin' },
  },
  accounts: [],
  token: 'keyring',
  workOffline: false,
}

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tapdesk-memory-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const memory = () =>
  createSessionMemory({
    file: path.join(folder, 'session.json'),
    profileFile: path.join(folder, 'profile.db'),
    suggestedCloudUrl: 'https://suggested.example.com',
  })
const haveProfile = () => writeFileSync(path.join(folder, 'profile.db'), '')

describe('the memory of the session', () => {
  it('says of a new profile that nobody is signed in', () => {
    expect(memory().view()).toEqual({
      state: 'signed-out',
      cloudUrl: 'https://suggested.example.com',
      email: '',
      waiting: [],
    })
  })

  it('tells after a restart what was last, and then what the data process says', () => {
    haveProfile()
    memory().follow(signedIn)
    const restarted = memory()
    expect(restarted.view()).toEqual(signedIn)
    const blocked: SessionView = { state: 'blocked', refusal: 'in-use', path: 'x' }
    restarted.follow(blocked)
    expect(restarted.view()).toEqual(blocked)
    expect(memory().view()).toEqual(signedIn)
  })

  it('does not promise a token that was in memory only', () => {
    haveProfile()
    memory().follow({ ...signedIn, token: 'memory' })
    expect(memory().view()).toMatchObject({ state: 'signed-in', token: 'none' })
  })

  it('leaves it to the data process when its file is missing or damaged', () => {
    haveProfile()
    expect(memory().view()).toBeNull()
    writeFileSync(path.join(folder, 'session.json'), '{"state":"signed-in"')
    expect(memory().view()).toBeNull()
  })
})
