import { z } from 'zod'
import { type Call, type Event, call } from './door.ts'
import { metCard } from '../core/scan/scan.ts'
import { sessionView } from '../core/session.ts'
import { lock } from './ipc-lock.ts'
import { ipc } from './ipc.ts'

const nothing = z.undefined()

/** What main asks of the data process: the window's questions that data answers, and a few of its own. */
export const desk = {
  session: ipc.session,
  people: ipc.people,
  invitations: ipc.invitations,
  handOvers: ipc.handOvers,
  userCards: ipc.userCards,
  directory: ipc.directory,
  roster: ipc.roster,
  scan: ipc.scan,
  log: ipc.log,
  lock,
  audit: ipc.audit,
  secondFactor: ipc.secondFactor,
  desks: ipc.desks,
  password: ipc.password,
  preferences: ipc.preferences,
  readers: ipc.readers,
  wedges: ipc.wedges,
  sync: ipc.sync,
  process: {
    versions: call(nothing, z.strictObject({ sqlite: z.string() }), []),
    /** Something outside makes waiting for the next attempt pointless. */
    nudge: call(z.enum(['resumed', 'focus', 'online']), nothing, []),
    /** The operating system has recognised its person. */
    unlock: call(nothing, sessionView, ['signed-out']),
    /** A card was laid down while the desk is locked. */
    tapped: call(metCard, nothing, []),
    /** Closes the database; answered when that is done. */
    stop: call(nothing, nothing, []),
  },
} as const satisfies Record<string, Record<string, Call | Event>>

export type Desk = typeof desk

/** How the data process is started: one JSON argument. */
export const deskOptions = z.strictObject({
  userDataDir: z.string(),
  /** Of this program: "1.10.0". */
  appVersion: z.string(),
  /** Where the form's cloud address comes from the first time; null for none. */
  suggestedCloudUrl: z.string().nullable(),
  /** SQLite's native part where the runtime needs another than the package's own. */
  sqliteBinding: z.string().nullable(),
})
export type DeskOptions = z.infer<typeof deskOptions>
