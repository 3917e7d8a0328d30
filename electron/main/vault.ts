import type { Answering } from '../../contracts/door.ts'
import type { Host } from '../../contracts/host.ts'
import { ok } from '../../contracts/result.ts'

/** Electron's safeStorage: 45 has asynchronous calls and deprecates the others, 33 has only those. */
export type Keyring = {
  getSelectedStorageBackend(): string
  isEncryptionAvailable(): boolean
  encryptString(text: string): Buffer
  decryptString(sealed: Buffer): string
  isAsyncEncryptionAvailable?(): Promise<boolean>
  encryptStringAsync?(text: string): Promise<Buffer>
  decryptStringAsync?(sealed: Buffer): Promise<{ readonly result: string }>
}

/**
 * The operating system's keyring. On Linux without one Chromium would seal with a constant key: that is
 * no keyring. Beside sealed text stands the name of its keyring; another never tries to open it.
 */
export function createVault(keyring: Keyring, platform: NodeJS.Platform): Answering<Host>['vault'] {
  const backend = () => (platform === 'linux' ? keyring.getSelectedStorageBackend() : platform)
  const usable = async () => {
    if (backend() === 'basic_text' || backend() === 'unknown') return false
    return (await keyring.isAsyncEncryptionAvailable?.()) ?? keyring.isEncryptionAvailable()
  }
  return {
    async seal({ text }) {
      try {
        if (!(await usable())) return ok(null)
        const sealed = (await keyring.encryptStringAsync?.(text)) ?? keyring.encryptString(text)
        return ok({ sealed: sealed.toString('base64'), backend: backend() })
      } catch {
        return ok(null)
      }
    },
    async open({ sealed, backend: sealedWith }) {
      try {
        if (sealedWith !== backend() || !(await usable())) return ok(null)
        const bytes = Buffer.from(sealed, 'base64')
        const opened = await keyring.decryptStringAsync?.(bytes)
        return ok(opened === undefined ? keyring.decryptString(bytes) : opened.result)
      } catch {
        return ok(null)
      }
    },
  }
}
