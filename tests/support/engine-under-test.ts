import { type Failure, ok } from '../../core/outcome.ts'
import type { PersonChange, PersonFields } from '../../core/person.ts'
import type { CloudFailure } from '../../electron/cloud-client/cloud-client.ts'
import { createSyncEngine } from '../../electron/sync/create-sync-engine.ts'
import { createHolds } from '../../electron/sync/holds.ts'
import type { SyncAnswer, SyncReport, SyncRequest } from '../../electron/sync/sync-engine.ts'
import { openDesk } from './desk-database.ts'
import { createRandomness } from './randomness.ts'
import { createSimulatedCloud } from './simulated-cloud.ts'

export type Asked<Kind extends SyncRequest['kind']> = Extract<SyncRequest, { kind: Kind }>

const somebody: PersonFields = {
  email: null,
  role: 'user',
  firstName: 'Ada',
  lastName: 'Lovelace',
  organization: '',
  additionalInformation: '',
  cardId: null,
  surfaceId: '',
  regionId: null,
}

/** The real engine on the real store in memory, a model of the cloud, and time that the test moves. */
export function createEngineUnderTest() {
  const dice = createRandomness(1)
  const { store, evidence } = openDesk()
  const cloud = createSimulatedCloud(wallTime)
  const time = { monotonicMs: 5_000, wallMs: Date.parse('2026-11-23T08:00:00Z') }
  const chance = { value: 0.5 }
  const disk = { fails: false }
  const reports: SyncReport[] = []
  let holds = createHolds({ monotonicMs: () => time.monotonicMs })
  let engine = boot()

  function wallTime(): string {
    return new Date(time.wallMs).toISOString()
  }
  function boot() {
    holds = createHolds({ monotonicMs: () => time.monotonicMs })
    return createSyncEngine({
      holds,
      store: {
        feed: {
          ...store.feed,
          applyPage(page) {
            if (disk.fails) throw new Error('disk full')
            return store.feed.applyPage(page)
          },
        },
        directory: store.directory,
        log: store.log,
        erasures: store.erasures,
        outbox: {
          ...store.outbox,
          settle(settlements) {
            if (disk.fails) throw new Error('disk full')
            store.outbox.settle(settlements)
          },
        },
      },
      clock: {
        monotonicMs: () => time.monotonicMs,
        wallTime,
        random: () => chance.value,
        newId: () => dice.uuid(),
      },
      report: (event) => void reports.push(event),
    })
  }

  function answerTo(request: SyncRequest): SyncAnswer {
    switch (request.kind) {
      case 'batch':
        return { kind: 'batch', result: ok(cloud.batch(request.items)) }
      case 'changes': {
        const page = cloud.changes(request.cursor, 3)
        const result = page === 'cursor.expired' ? { ok: false as const, code: page } : ok(page)
        return { kind: 'changes', result }
      }
      case 'snapshot':
        return { kind: 'snapshot', result: ok(cloud.snapshot(request.after, 3)) }
      case 'digest':
        return { kind: 'digest', result: ok(cloud.digest()) }
      case 'erasures':
        return { kind: 'erasures', result: ok(cloud.erasures(request.after)) }
      case 'log':
        return { kind: 'log', result: ok(cloud.log(request.query, 3)) }
      case 'directory':
        return { kind: 'directory', result: ok(cloud.directory()) }
    }
  }

  const desk = {
    store,
    evidence,
    cloud,
    time,
    chance,
    disk,
    reports,
    engine: () => engine,
    holds: () => holds,
    restart: () => void (engine = boot()),
    status: () => engine.status(),

    create(fields: Partial<PersonFields> = {}): string {
      const opId = dice.uuid()
      store.people.acceptCreate({ opId, fields: { ...somebody, ...fields }, at: wallTime() })
      engine.nudge('accepted')
      return opId
    },
    update(recordId: string, set: PersonChange): string {
      const opId = dice.uuid()
      store.people.acceptUpdate({ opId, recordId, set, at: wallTime() })
      engine.nudge('accepted')
      return opId
    },
    erase(recordId: string): string {
      const opId = dice.uuid()
      store.people.acceptDelete({ opId, recordId, at: wallTime() })
      engine.nudge('accepted')
      return opId
    },

    /** The next request; sleeps as long as the engine wants to. */
    asked(): SyncRequest {
      for (let n = 0; n < 50; n += 1) {
        const { request, wakeInMs } = engine.next()
        if (request !== null) return request
        if (wakeInMs === null) throw new Error('the engine waits for something outside')
        desk.sleep(wakeInMs)
      }
      throw new Error('the engine only sleeps')
    },
    /** The next request of this kind; those before it are answered by the cloud. */
    askedFor<Kind extends SyncRequest['kind']>(kind: Kind): Asked<Kind> {
      for (let n = 0; n < 200; n += 1) {
        const request = desk.asked()
        if (isOf(request, kind)) return request
        engine.done(answerTo(request))
      }
      throw new Error(`never asked for ${kind}`)
    },
    sleep(ms: number) {
      time.monotonicMs += ms
      time.wallMs += ms
    },
    /** What the model of the cloud says to it. */
    reply: (request: SyncRequest) => engine.done(answerTo(request)),
    refuse: (request: SyncRequest, failure: Failure<CloudFailure>) =>
      engine.done({ kind: request.kind, result: failure }),
    /** Until there is nothing to do now. */
    settle() {
      for (let n = 0; n < 500; n += 1) {
        const { request } = engine.next()
        if (request === null) return
        engine.done(answerTo(request))
      }
      throw new Error('never comes to rest')
    },
  }
  return desk
}

function isOf<Kind extends SyncRequest['kind']>(
  request: SyncRequest,
  kind: Kind,
): request is Asked<Kind> {
  return request.kind === kind
}
