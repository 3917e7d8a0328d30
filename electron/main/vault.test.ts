import { describe, expect, it } from 'vitest'
import { type Keyring, createVault } from './vault.ts'

/** Seals by reversing, as long as it is `available`. */
function keyring(backend: string, available = true): Keyring {
  return {
    getSelectedStorageBackend: () => backend,
    isEncryptionAvailable: () => available,
    encryptString: (text) => Buffer.from(Buffer.from(text).toReversed()),
    decryptString: (bytes) => Buffer.from(bytes.toReversed()).toString(),
  }
}

async function sealed(vault: ReturnType<typeof createVault>) {
  const answer = await vault.seal({ text: 'token' })
  return answer.ok && answer.value !== null ? answer.value : { sealed: '', backend: '' }
}

describe('the vault', () => {
  it('opens what it has sealed and never keeps the text readable', async () => {
    const vault = createVault(keyring('gnome_libsecret'), 'linux')
    const text = await sealed(vault)
    expect(Buffer.from(text.sealed, 'base64').toString()).not.toContain('token')
    expect(await vault.open(text)).toEqual({ ok: true, value: 'token' })
  })

  it.each([
    ['basic_text', true],
    ['unknown', true],
    ['gnome_libsecret', false],
  ])('is no vault with backend %s, available %s', async (backend, available) => {
    const vault = createVault(keyring(backend, available), 'linux')
    expect(await vault.seal({ text: 'token' })).toEqual({ ok: true, value: null })
  })

  it('does not try to open what another keyring has sealed', async () => {
    const text = await sealed(createVault(keyring('gnome_libsecret'), 'linux'))
    const other = createVault(keyring('kwallet5'), 'linux')
    expect(await other.open(text)).toEqual({ ok: true, value: null })
  })

  it.each(['', 'AAAA', 'not base64'])(
    'answers null, not an error, when %j cannot be opened',
    async (text) => {
      const broken: Keyring = {
        ...keyring('gnome_libsecret'),
        decryptString: () => {
          throw new Error('not mine')
        },
      }
      const vault = createVault(broken, 'linux')
      expect(await vault.open({ sealed: text, backend: 'gnome_libsecret' })).toEqual({
        ok: true,
        value: null,
      })
    },
  )

  it('prefers the asynchronous calls where there are any', async () => {
    const vault = createVault(
      {
        ...keyring('gnome_libsecret', false),
        isAsyncEncryptionAvailable: () => Promise.resolve(true),
        encryptStringAsync: (text) => Promise.resolve(Buffer.from(`async ${text}`)),
        decryptStringAsync: () => Promise.resolve({ result: 'opened' }),
      },
      'linux',
    )
    expect(await sealed(vault)).toEqual({
      sealed: Buffer.from('async token').toString('base64'),
      backend: 'gnome_libsecret',
    })
    expect(await vault.open(await sealed(vault))).toEqual({ ok: true, value: 'opened' })
  })
})
