import type { Database } from './database.ts'
import type { OutboxStore } from './desk-store.ts'

/** The queue as a whole. */
export function createQueue(db: Database): Pick<OutboxStore, 'recover' | 'counts'> {
  const recover = db.prepare('UPDATE outbox SET state = 0 WHERE state = 1')
  const tally = db.prepare<[], { name: string; n: number }>('SELECT name, n FROM tally')
  return {
    recover: () => void db.write(() => recover.run()),
    counts: () =>
      db.read(() => {
        const counts = new Map(tally.all().map(({ name, n }) => [name, n]))
        const of = (state: number) => counts.get(`outbox-${state}`) ?? 0
        return { ready: of(0), inflight: of(1), parked: of(3) }
      }),
  }
}
