import { randomUUID } from 'node:crypto'
import type { DeskOptions } from '../../contracts/desk.ts'
import { type Result, fail, ok } from '../../contracts/result.ts'
import type { StoreRefusal } from '../../core/session.ts'
import { StoreUnavailable } from '../store/database.ts'
import type { DeskStore } from '../store/desk-store.ts'
import { openDeskStore } from '../store/open-desk-store.ts'
import { type ProfileStore, openProfileStore } from '../store/profile-store.ts'

export function openProfileFile(
  path: string,
  options: DeskOptions,
): Result<ProfileStore, StoreRefusal> {
  return openProfileStore({ path, ...binding(options), newId: randomUUID })
}

export function openDeskFile(path: string, options: DeskOptions): Result<DeskStore, StoreRefusal> {
  return openDeskStore({ path, ...binding(options) })
}

/** A read that disk or file make impossible, as a value. */
export function reading<T>(work: () => T): Result<T, StoreRefusal> {
  try {
    return ok(work())
  } catch (error) {
    if (error instanceof StoreUnavailable) return fail(error.refusal)
    throw error
  }
}

function binding({ sqliteBinding }: DeskOptions): { nativeBinding?: string } {
  return sqliteBinding === null ? {} : { nativeBinding: sqliteBinding }
}
