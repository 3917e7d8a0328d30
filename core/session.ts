import { z } from 'zod'
import { role } from './role.ts'

/** Who works at this desk, for which account of which cloud. Decides which database file is used. */
export const deskIdentity = z.strictObject({
  cloudUrl: z.url(),
  cloudId: z.uuid(),
  /** The built-in cloud, for trying out. */
  demo: z.boolean(),
  person: z.strictObject({ id: z.uuid(), email: z.string(), name: z.string() }),
  account: z.strictObject({ id: z.uuid(), name: z.string(), role }),
})
export type DeskIdentity = z.infer<typeof deskIdentity>

/** Why this computer accepts nothing. No data was touched in any of these cases. */
export const storeRefusal = z.enum([
  'database-newer', // written by a later version of the program
  'database-damaged',
  'read-only', // the folder or file cannot be written
  'disk-full',
  'not-durable', // the disk does not keep what SQLite was told to keep (synchronous is not FULL)
  'in-use', // another program holds the file
])
export type StoreRefusal = z.infer<typeof storeRefusal>

export const sessionView = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('starting') }),
  z.strictObject({
    state: z.literal('signed-out'),
    /** What the form is filled with. */
    cloudUrl: z.string(),
    email: z.string(),
    /** Unsent items of others that wait on this computer. */
    waiting: z.array(z.strictObject({ email: z.string(), account: z.string(), unsent: z.int() })),
  }),
  z.strictObject({
    state: z.literal('signed-in'),
    identity: deskIdentity,
    /** All accounts of the person that may use a desk, this one included. */
    accounts: z.array(z.strictObject({ id: z.uuid(), name: z.string(), role })),
    /** `memory`: there is no keyring, the person signs in again after a restart; `none`: sign in to send. */
    token: z.enum(['keyring', 'memory', 'none']),
    workOffline: z.boolean(),
  }),
  /** Somebody works here and has locked the desk: this is all that is told of them and their work. */
  z.strictObject({
    state: z.literal('locked'),
    name: z.string(),
    demo: z.boolean(),
    /** Cards laid down since. */
    taps: z.int(),
  }),
  z.strictObject({
    state: z.literal('blocked'),
    refusal: storeRefusal,
    /** The file or folder concerned. */
    path: z.string(),
  }),
])
export type SessionView = z.infer<typeof sessionView>
