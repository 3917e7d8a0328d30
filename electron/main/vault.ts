import type { SafeStorage } from 'electron'
import type { Answering } from '../../contracts/door.ts'
import type { Host } from '../../contracts/host.ts'
import { ok } from '../../contracts/result.ts'

/**
 * The operating system's keyring. Electron 45 has asynchronous calls and deprecates the others, 33 has
 * only those. On Linux without a keyring Chromium would seal with a constant key: that is no keyring.
 *
 * Sealed text carries the name of the keyring it was sealed with; another one never tries to open it.
 */
export function createVault(
  safeStorage: SafeStorage,
  platform: NodeJS.Platform,
): Answering<Host>['vault'] {
  const backend = () => (platform === 'linux' ? safeStorage.getSelectedStorageBackend() : platform)
  const usable = async () => {
    if (backend() === 'basic_text' || backend() === 'unknown') return false
    return hasAsync(safeStorage)
      ? await safeStorage.isAsyncEncryptionAvailable()
      : safeStorage.isEncryptionAvailable()
  }
  return {
    async seal({ text }) {
      try {
        if (!(await usable())) return ok(null)
        const sealed = hasAsync(safeStorage)
          ? await safeStorage.encryptStringAsync(text)
          : safeStorage.encryptString(text)
        return ok(`${backend()}:${sealed.toString('base64')}`)
      } catch {
        return ok(null)
      }
    },
    async open({ sealed }) {
      const [sealedWith = '', base64 = ''] = sealed.split(':')
      try {
        if (sealedWith !== backend() || !(await usable())) return ok(null)
        const bytes = Buffer.from(base64, 'base64')
        if (!hasAsync(safeStorage)) return ok(safeStorage.decryptString(bytes))
        const { result } = await safeStorage.decryptStringAsync(bytes)
        return ok(result)
      } catch {
        return ok(null)
      }
    },
  }
}

function hasAsync(safeStorage: SafeStorage): boolean {
  return typeof safeStorage.encryptStringAsync === 'function'
}
