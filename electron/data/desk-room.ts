import { type Result, ok } from '../../contracts/result.ts'
import type { DeskIdentity, StoreRefusal } from '../../core/session.ts'
import type { DeskStore } from '../store/desk-store.ts'
import type { DeskRoom, Profile } from '../usecases/ports.ts'
import type { LiveDesk } from './live-desk.ts'

export type DeskRoomDeps = {
  readonly profile: Profile
  readonly fileOf: (identity: DeskIdentity) => string
  readonly openStore: (file: string) => Result<DeskStore, StoreRefusal>
  readonly sit: (identity: DeskIdentity, store: DeskStore) => LiveDesk
}

/** At most one desk is open; the next one's file is opened before the last one is left. */
export function createDeskRoom(deps: DeskRoomDeps): DeskRoom {
  let desk: LiveDesk | null = null

  async function leave(): Promise<void> {
    const left = desk
    desk = null
    if (left === null) return
    deps.profile.setUnsent(left.identity, left.unsent())
    await left.close()
  }

  return {
    current: () => desk,
    fileOf: deps.fileOf,
    async enter(identity) {
      const file = deps.fileOf(identity)
      if (desk !== null && deps.fileOf(desk.identity) === file) {
        desk.takeOn(identity)
        return ok(desk)
      }
      const opened = deps.openStore(file)
      if (!opened.ok) return opened
      await leave()
      const entered = deps.sit(identity, opened.value)
      desk = entered
      return ok(entered)
    },
    leave,
  }
}
