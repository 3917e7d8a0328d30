import { fullName } from '../../core/person.ts'
import type { OperationMethod } from '../../core/operation.ts'
import type { QueueWait } from '../../core/queue.ts'
import type { Database } from './database.ts'
import type { OutboxStore } from './desk-store.ts'
import { opState } from './outbox-row.ts'

/**
 * The rows after a place, each with the state of what it has to wait for: the first in the queue of each of
 * its keys. However many stand between, two look-ups a key.
 */
export const waitingSql = `SELECT outbox.seq AS seq, op_id AS opId, method, state,
    accepted_at AS acceptedAt, email, first_name AS firstName, last_name AS lastName,
    (SELECT max(first.state) FROM outbox_key AS own JOIN outbox AS first
       ON first.seq = (SELECT min(seq) FROM outbox_key AS other WHERE other.key = own.key)
     WHERE own.seq = outbox.seq AND first.seq < own.seq) AS behind
  FROM outbox JOIN record ON record.id = outbox.record_id
  WHERE outbox.seq > ? ORDER BY outbox.seq LIMIT ?`

type Waiting = {
  readonly seq: number
  readonly opId: string
  readonly method: OperationMethod
  readonly state: 0 | 1 | 3
  readonly acceptedAt: string
  readonly email: string | null
  readonly firstName: string
  readonly lastName: string
  readonly behind: 0 | 1 | 3 | null
}

/** The queue as a whole. */
export function createQueue(db: Database): Pick<OutboxStore, 'recover' | 'counts' | 'waiting'> {
  const recover = db.prepare('UPDATE outbox SET state = 0 WHERE state = 1')
  const tally = db.prepare<[], { name: string; n: number }>('SELECT name, n FROM tally')
  const waiting = db.prepare<[number, number], Waiting>(waitingSql)
  return {
    recover: () => void db.write(() => recover.run()),
    counts: () =>
      db.read(() => {
        const counts = new Map(tally.all().map(({ name, n }) => [name, n]))
        const of = (state: number) => counts.get(`outbox-${state}`) ?? 0
        return { ready: of(0), inflight: of(1), parked: of(3) }
      }),
    waiting: (after, limit) =>
      db.read(() =>
        waiting.all(after ?? 0, limit).map(({ seq, opId, method, acceptedAt, ...row }) => {
          const name = fullName(row) || (row.email ?? '')
          return { seq, opId, method, acceptedAt, name, wait: waitOf(row) }
        }),
      ),
  }
}

function waitOf({ state, behind }: Pick<Waiting, 'state' | 'behind'>): QueueWait {
  if (state === opState.parked) return 'attention'
  if (state === opState.inflight) return 'sending'
  if (behind === null) return 'turn'
  return behind === opState.parked ? 'behind-attention' : 'behind'
}
