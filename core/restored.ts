import { z } from 'zod'

/** A cloud that was put back to a backup; another value with every time that it is. */
export const restored = z.object({
  /** When the backup was made: what a desk sent after that is lost in the cloud, and is sent again. */
  from: z.iso.datetime(),
  /** By so much it raised the version of every record, so that what it says now is newer than what it said then. */
  raisedBy: z.int().min(1),
})
export type Restored = z.infer<typeof restored>
