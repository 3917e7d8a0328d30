import type { DeskOptions } from '../../contracts/desk.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { DeskStore } from '../store/desk-store.ts'
import type { Profile } from '../usecases/ports.ts'

export function openProfileFile(
  _file: string,
  _options: DeskOptions,
): Result<{ profile: Profile; close: () => void }, StoreRefusal> {
  return ok({
    profile: {
      deskId: crypto.randomUUID(),
      session: () => null,
      saveSession: () => ok(),
      form: () => ({ cloudUrl: '', email: '' }),
      noteUnsent: () => {},
      waiting: () => [],
    },
    close: () => {},
  })
}
export function openDeskFile(
  _file: string,
  _options: DeskOptions,
): Result<DeskStore, StoreRefusal> {
  return fail('in-use')
}
export function reading<T>(work: () => T): Result<T, StoreRefusal> {
  return ok(work())
}
export function sqliteVersion(_options: DeskOptions): string {
  return '?'
}
