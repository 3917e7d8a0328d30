import { z } from 'zod'
import { bulkLimit } from '../core/bulk.ts'
import { handOver } from '../core/hand-over.ts'
import { storeRefusal } from '../core/session.ts'
import { call } from './door.ts'

const reading = ['signed-out', ...storeRefusal.options] as const
const writing = ['signed-out', 'invalid', ...storeRefusal.options] as const

/** What one person of this computer leaves to another of the same account. */
export const handOvers = {
  list: call(z.undefined(), z.array(handOver), reading),
  /** Of operations that the cloud refused; others are passed over. */
  give: call(
    z.strictObject({ opIds: z.array(z.uuid()).min(1).max(bulkLimit) }),
    z.strictObject({ handed: z.int().min(0) }),
    writing,
  ),
  /** Each as a new wish of this person; `left`: of people who are not there any more. */
  take: call(
    z.strictObject({
      items: z
        .array(z.strictObject({ opId: z.uuid(), newOpId: z.uuid() }))
        .min(1)
        .max(bulkLimit),
    }),
    z.strictObject({ taken: z.int().min(0), left: z.int().min(0) }),
    writing,
  ),
  /** A colleague drops it; the giver takes it back or has read what became of it. */
  end: call(z.strictObject({ opId: z.uuid() }), z.undefined(), writing),
}
