import path from 'node:path'
import { type DeskOptions, desk } from '../../contracts/desk.ts'
import { host } from '../../contracts/host.ts'
import { ok } from '../../contracts/result.ts'
import { type Wire, createPortAsking, pushPort, servePort } from '../ipc/port-door.ts'
import { sqliteVersion } from '../store/sqlite-version.ts'
import { readPreferences } from '../usecases/read-preferences.ts'
import { readReaders } from '../usecases/read-readers.ts'
import { restoreSession } from '../usecases/restore-session.ts'
import { answerDesk } from './answering.ts'
import { refuseDesk } from './refuse-desk.ts'
import { openProfileFile } from './stores.ts'
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
  /** What was accepted is on disk already; this closes the files in order. */
  readonly stop: () => Promise<void>
}

/** The second root of the program: everything that is kept, and the way to the cloud. */
export function createDataRoot(deps: DataRootDeps): DataRoot {
  const { options, wire, log } = deps
  const versions = () => ok({ sqlite: sqliteVersion(options.sqliteBinding ?? undefined) })
  const file = path.join(options.userDataDir, 'profile.db')
  const opened = openProfileFile(file, options)
  if (!opened.ok) {
    const process = { versions, nudge: () => ok(), stop: () => ok() }
    const refusing = refuseDesk(opened.code, file, process)
    return {
      async start() {
        servePort(desk, refusing, wire, log)
        // Also to a window that shows what the last run remembered, and does not ask.
        const view = { state: 'blocked', refusal: opened.code, path: file } as const
        pushPort(desk, wire).session.changed(view)
      },
      stop: () => Promise.resolve(),
    }
  }

  const profile = opened.value
  const main = createPortAsking(host)
  const push = pushPort(desk, wire)
  const place = createWorkplace({ ...deps, profile, host: main.asking, push })

  async function stop(): Promise<void> {
    await place.room.leave()
    profile.close()
  }

  const answering = answerDesk(place, {
    versions,
    nudge: (why) => ok(place.room.current()?.nudge(why)),
    stop: async () => ok(await stop()),
  })
  return {
    async start() {
      main.connect(wire)
      servePort(desk, answering, wire, log)
      const preferences = readPreferences(place)
      if (preferences.ok) place.preferencesChanged(preferences.value)
      const readers = readReaders(place)
      if (readers.ok) place.readersChanged(readers.value)
      await restoreSession(place)
    },
    stop,
  }
}
