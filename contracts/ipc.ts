import { z } from 'zod'
import { parkedRow, pendingPage, pendingQuery, personRow } from '../core/pending-page.ts'
import { personFields } from '../core/person.ts'
import { readerStatus, tap } from '../core/reader.ts'
import { sessionView, storeRefusal } from '../core/session.ts'
import { syncStatus } from '../core/sync-status.ts'
import { type Call, type Event, call, event } from './door.ts'

const nothing = z.undefined()
const accepted = z.strictObject({ recordId: z.uuid() })

const command = z.enum(['new-person', 'sync-now', 'focus-email', 'discard'])
export type Command = z.infer<typeof command>

/** Any call that writes may be refused by the store. */
const writing = ['signed-out', 'invalid', ...storeRefusal.options] as const

/**
 * The whole door between the window and the rest: main's handlers, the preload's `window.app` and the
 * test double are computed from this value. Calls answer a `Result`; besides its own codes any call may
 * fail with `malformed` (field), `forbidden` (sender) or `unavailable` (the process behind is restarting).
 */
export const ipc = {
  session: {
    get: call(nothing, sessionView, []),
    signIn: call(
      z.strictObject({
        cloudUrl: z.string().max(2000),
        email: z.string().max(254),
        password: z.string().max(1000),
      }),
      sessionView,
      [
        'wrong-password',
        'cloud-away',
        'not-a-cloud',
        'bad-address', // field cloudUrl
        'too-many-attempts', // detail.retryInSeconds
        'no-account', // the person has no role that may use a desk
        'cloud-trouble',
        'upgrade',
        ...storeRefusal.options,
      ],
    ),
    /** Starts the built-in cloud and signs in its demo person. */
    tryDemo: call(nothing, sessionView, ['demo-failed', ...storeRefusal.options]),
    signOut: call(nothing, sessionView, []),
    workOffline: call(z.strictObject({ on: z.boolean() }), sessionView, ['signed-out']),
    changed: event(sessionView),
  },
  reader: {
    status: call(nothing, readerStatus, []),
    changed: event(readerStatus),
    tapped: event(tap),
  },
  people: {
    /** `opId` is minted when the form opens: the same one twice is one invitation. */
    send: call(z.strictObject({ opId: z.uuid(), fields: personFields }), accepted, [
      ...writing,
      'name-missing',
      'role-not-allowed',
      'email-not-allowed',
      'card-missing',
    ]),
    pending: call(pendingQuery, pendingPage, ['signed-out', ...storeRefusal.options]),
    /** The last ones accepted at this desk, newest first, at most 10. */
    recent: call(nothing, z.array(personRow), ['signed-out', ...storeRefusal.options]),
    parked: call(nothing, z.array(parkedRow), ['signed-out', ...storeRefusal.options]),
    /** Sends a parked operation again, changed, under a new op id. */
    correct: call(
      z.strictObject({ opId: z.uuid(), newOpId: z.uuid(), fields: personFields }),
      accepted,
      [
        ...writing,
        'name-missing',
        'not-parked',
        'role-not-allowed',
        'email-not-allowed',
        'card-missing',
      ],
    ),
    /** Gives a parked operation up; the log keeps that it was. */
    discard: call(z.strictObject({ opId: z.uuid() }), z.undefined(), [...writing, 'not-parked']),
    /** Something in the lists changed: read the page again. */
    changed: event(nothing),
  },
  sync: {
    status: call(nothing, syncStatus, []),
    now: call(nothing, syncStatus, ['signed-out']),
    changed: event(syncStatus),
  },
  app: {
    about: call(
      nothing,
      z.strictObject({
        version: z.string(),
        electron: z.string(),
        sqlite: z.string(),
        testBuild: z.boolean(),
      }),
      [],
    ),
    /** The window tells what it shows, for pictures and measurements. */
    shown: call(z.strictObject({ screen: z.string().max(100) }), nothing, []),
    /** Menu commands that the window carries out. */
    command: event(command),
  },
} as const satisfies Record<string, Record<string, Call | Event>>

export type Ipc = typeof ipc
