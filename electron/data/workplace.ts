import { hostname } from 'node:os'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { DeskOptions } from '../../contracts/desk.ts'
import type { Asking, Pushing } from '../../contracts/door.ts'
import type { Desk } from '../../contracts/desk.ts'
import type { Host } from '../../contracts/host.ts'
import type { DeskIdentity } from '../../core/session.ts'
import { parseCloudAddress } from '../cloud-client/address.ts'
import { createClockCheck } from '../cloud-client/clock-check.ts'
import type { CloudClient } from '../cloud-client/cloud-client.ts'
import type { SyncClock } from '../sync/sync-engine.ts'
import type { Profile, Workplace } from '../usecases/ports.ts'
import { readPreferences } from '../usecases/read-preferences.ts'
import { deskView } from '../usecases/session-views.ts'
import { stoppedSync } from '../../core/sync-status.ts'
import { browserWordsFor } from './browser-page.ts'
import { coalesce } from './coalesce.ts'
import { createDeskRoom } from './desk-room.ts'
import { createListenForBrowser } from './listen-for-browser.ts'
import { createLiveDesk } from './live-desk.ts'
import { createLockState } from './lock-state.ts'
import { secrets } from './secrets.ts'
import { createSessionState } from './session-state.ts'
import { createUserElsewhere } from './user-elsewhere.ts'
import { openDeskFile, reading } from './stores.ts'

export type WorkplaceDeps = {
  readonly options: DeskOptions
  readonly profile: Profile
  readonly host: Asking<Host>
  readonly push: Pushing<Desk>
  readonly fetch: typeof fetch
  readonly log: (message: string, error: unknown) => void
}

/** Lists are read again at most this often, in milliseconds, however fast they change. */
const peoplePauseMs = 50

/** Joins what the verbs of the operator are given from its real parts. */
export function createWorkplace(deps: WorkplaceDeps): Workplace {
  const { options, profile, host, push, log } = deps
  const session = createSessionState((view) => {
    push.session.changed(view)
    push.sync.changed(room.current()?.status() ?? stoppedSync)
  })
  const clockCheck = createClockCheck({
    wallMs: Date.now,
    changed: () => push.sync.changed(room.current()?.status() ?? stoppedSync),
  })
  const peopleChanged = coalesce(peoplePauseMs, after, push.people.changed)

  /** One database per cloud, account and person: nothing can be sent under another sign-in. */
  const fileOf = (identity: DeskIdentity) =>
    path.join(options.userDataDir, 'desks', profile.fileFor(identity))

  const room = createDeskRoom({
    profile,
    fileOf,
    openStore: (file) => openDeskFile(file, options),
    sit: (identity, store) =>
      createLiveDesk({
        identity,
        desk: { id: profile.deskId(), name: deskName },
        store,
        vault: host.vault,
        clock,
        after,
        log,
        saveToken: (sealed, ended) => {
          const signedIn = profile.signedIn()
          if (signedIn === null || fileOf(signedIn) !== fileOf(identity)) return
          if (sealed === null) profile.clearToken(ended)
          else profile.setToken(sealed)
        },
        tokenKeepingChanged: () => {
          const desk = room.current()
          if (desk === null || session.view().state !== 'signed-in') return
          session.show(deskView(place, desk))
        },
        forgetErased: (ids) => profile.handedOver.erase(identity, ids),
        clockOffMinutes: clockCheck.offMinutes,
        onStatus: push.sync.changed,
        onPeople: peopleChanged,
        onDirectory: push.directory.changed,
      }),
  })

  const language = () => {
    const preferences = readPreferences(place)
    const chosen = preferences.ok ? preferences.value.language : 'system'
    return chosen === 'system' ? systemLanguage : chosen
  }

  const place: Workplace = {
    room,
    session,
    lock: createLockState(profile, clock.monotonicMs),
    profile,
    host,
    listenForBrowser: createListenForBrowser({ words: () => browserWordsFor(language()) }),
    secrets,
    parseAddress: parseCloudAddress,
    clientFor: (baseUrl) => createClient(baseUrl, deps.fetch, clockCheck.heard),
    suggestedCloudUrl: options.suggestedCloudUrl,
    appVersion: options.appVersion,
    newId: clock.newId,
    deskName,
    userElsewhere: createUserElsewhere({
      desks: profile.desks,
      open: (identity) => openDeskFile(fileOf(identity), options),
    }),
    systemLanguage,
    wallTime: clock.wallTime,
    reading,
    peopleChanged,
    directoryChanged: push.directory.changed,
    lockChanged: push.lock.changed,
    preferencesChanged: push.preferences.changed,
    readersChanged: push.readers.changed,
  }
  return place
}

/** The computer's own name, as short as the cloud takes it. */
const deskName = hostname().replaceAll('\0', '').slice(0, 100) || 'Tapdesk'

const systemLanguage = new Intl.DateTimeFormat().resolvedOptions().locale

/** Loaded when first needed: axios costs a tenth of a second of the start. */
async function createClient(
  baseUrl: string,
  fetch: typeof globalThis.fetch,
  onDate: (date: string) => void,
): Promise<CloudClient> {
  const { createCloudClient } = await import('../cloud-client/create-cloud-client.ts')
  return createCloudClient({ baseUrl, fetch, desk: 'Tapdesk', reach: clock, onDate })
}

function after(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

const clock: SyncClock = {
  monotonicMs: () => performance.now(),
  wallTime: () => new Date().toISOString(),
  random: Math.random,
  newId: () => uuidv7(),
}
