import type { Database } from '../../electron/store/database.ts'
import type { DeskStore } from '../../electron/store/desk-store.ts'

/** Everything of a store that writes; each dies before its transaction, inside it and after its COMMIT. */
const writers = [
  'people.acceptCreate',
  'people.acceptUpdate',
  'people.acceptDelete',
  'people.acceptGrants',
  'people.acceptResends',
  'people.acceptDeletes',
  'people.undoDeletes',
  'people.correctParked',
  'people.discardParked',
  'people.undoMove',
  'people.moveParked',
  'outbox.recover',
  'outbox.claim',
  'outbox.settle',
  'outbox.atOnce',
  'feed.applyPage',
  'feed.beginSnapshot',
  'feed.addToSnapshot',
  'feed.finishSnapshot',
  'directory.replace',
] as const

/** Places on the way to the cloud and back. */
const onTheWay = ['send.before', 'send.committed', 'send.half-read', 'send.settled'] as const

/** All labelled points at which a desk may die. */
export const deathPoints: readonly string[] = [
  ...writers.flatMap((name) => [`${name} before`, `${name} inside`, `${name} after`]),
  ...onTheWay,
]

/** Not an error of the store: the program is no more, so nobody may handle it. */
export class Death extends Error {}

/**
 * A database whose program can die at every labelled point: what is not committed is rolled back, and
 * nothing works any more. `strike` is asked at each point; where it does not return there is no after.
 */
export function createMortalDatabase(db: Database, strike: (point: string) => void) {
  let label = ''
  let dead = false

  function point(name: string, when: string): void {
    if (dead) throw new Death()
    try {
      strike(`${name} ${when}`)
    } catch (error) {
      dead = true
      throw error
    }
  }
  /** A transaction may call others, which have names of their own. */
  const around = <Made, Answer>(
    work: () => Made,
    transact: (work: () => Made) => Answer,
  ): Answer => {
    const name = label
    point(name, 'before')
    const value = transact(() => {
      const made = work()
      point(name, 'inside')
      return made
    })
    point(name, 'after')
    return value
  }
  const mortal: Database = {
    ...db,
    write: (work) => around(work, (whole) => db.write(whole)),
    attempt: (work) => around(work, (whole) => db.attempt(whole)),
    read(work) {
      if (dead) throw new Death()
      return db.read(work)
    },
  }

  function labelled<T extends object>(group: string, part: T): T {
    return new Proxy(part, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          label = `${group}.${String(key)}`
          return Reflect.apply(value, target, args)
        }
      },
    })
  }

  return {
    db: mortal,
    /** The same store, whose calls name the points. */
    name: (store: DeskStore): DeskStore => ({
      ...store,
      people: labelled('people', store.people),
      outbox: labelled('outbox', store.outbox),
      feed: labelled('feed', store.feed),
      directory: labelled('directory', store.directory),
      log: labelled('log', store.log),
      erasures: labelled('erasures', store.erasures),
    }),
  }
}
