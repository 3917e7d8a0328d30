import path from 'node:path'
import { type DeskOptions, desk } from '../../contracts/desk.ts'
import { host } from '../../contracts/host.ts'
import { ok } from '../../contracts/result.ts'
import { type Wire, createPortAsking, pushPort, servePort } from '../ipc/port-door.ts'
import { restoreSession } from '../usecases/restore-session.ts'
import { answerDesk } from './answering.ts'
import { refusedProfile } from './refused-profile.ts'
import { openProfileFile, sqliteVersion } from './stores.ts'
import { createWorkplace } from './workplace.ts'

export type DataRootDeps = {
  readonly options: DeskOptions
  /** To main. */
  readonly wire: Wire
  /** The runtime's own, so that its proxies and certificates hold. */
  readonly fetch: typeof fetch
  readonly log: (message: string, error: unknown) => void
}

export type DataRoot = {
  /** Resolves when the session is restored, with or without a cloud. */
  readonly start: () => Promise<void>
  /** Everything that was accepted is on disk before and after; this only closes the files in order. */
  readonly stop: () => Promise<void>
}

/** The second root of the program: everything that is kept, and the way to the cloud. */
export function createDataRoot(deps: DataRootDeps): DataRoot {
  const { options, wire, log } = deps
  const main = createPortAsking(host)
  const file = path.join(options.userDataDir, 'profile.db')
  const profile = openProfileFile(file, options)
  const place = createWorkplace({
    ...deps,
    profile: profile.ok ? profile.value.profile : refusedProfile(profile.code),
    host: main.asking,
    push: pushPort(desk, wire),
  })

  async function stop(): Promise<void> {
    await place.room.leave()
    if (profile.ok) profile.value.close()
  }

  const answering = answerDesk(place, {
    versions: () => ok({ sqlite: sqliteVersion(options) }),
    nudge: (why) => ok(place.room.current()?.nudge(why)),
    stop: async () => ok(await stop()),
  })

  return {
    async start() {
      main.connect(wire)
      servePort(desk, answering, wire, log)
      if (profile.ok) await restoreSession(place)
      else place.session.show({ state: 'blocked', refusal: profile.code, path: file })
    },
    stop,
  }
}
