import { z } from 'zod'
import { parkedRow, pendingPage, pendingQuery, personRow } from '../core/pending-page.ts'
import { personChange, personFields } from '../core/person.ts'
import {
  deskReaderStatus,
  deskTap,
  readerChange,
  readerName,
  readerNote,
} from '../core/desk-reader.ts'
import { readerSignal } from '../core/reader-signal.ts'
import { sessionView, storeRefusal } from '../core/session.ts'
import { syncStatus } from '../core/sync-status.ts'
import { cardMove } from '../core/card-move.ts'
import { keptForms } from '../core/draft.ts'
import { hints, hintsQuery } from '../core/hints.ts'
import { decided, parkedDecision } from '../core/remedy.ts'
import { notice } from '../core/notice.ts'
import { preferences } from '../core/preferences.ts'
import { queuePage, queueQuery } from '../core/queue.ts'
import { wedgeProfile, wedgeTyped } from '../core/wedge-profile.ts'
import { userCards } from './ipc-cards.ts'
import { type Call, type Event, call, event } from './door.ts'
import { signInCodes } from './sign-in-codes.ts'
import { browserSignIn } from './ipc-browser.ts'
import { directory } from './ipc-directory.ts'
import { files } from './ipc-files.ts'
import { handOvers } from './ipc-hand-over.ts'
import { invitations } from './ipc-invitations.ts'
import { lock, systemLock } from './ipc-lock.ts'
import { audit } from './ipc-audit.ts'
import { desks } from './ipc-desks.ts'
import { log } from './ipc-log.ts'
import { password } from './ipc-password.ts'
import { roster } from './ipc-roster.ts'
import { scan } from './ipc-scan.ts'
import { secondFactor, typedCode } from './ipc-second-factor.ts'

const nothing = z.undefined()
const accepted = z.strictObject({ recordId: z.uuid() })

/** The card of the fields is taken from somebody. */
const move = cardMove.nullable().default(null)

/** Where the card was laid down, by the name of its reader; null: typed or chosen. */
const reader = readerName.nullable().default(null)

const command = z.enum(['new-person', 'sync-now', 'focus-email', 'discard', 'lock'])
export type Command = z.infer<typeof command>

const reading = ['signed-out', ...storeRefusal.options] as const

/** Any call that writes may be refused by the store. */
const writing = ['signed-out', 'invalid', ...storeRefusal.options] as const

/** What this desk may not accept of a person; the cloud would refuse it too. */
const judging = [
  'name-missing',
  'role-not-allowed',
  'region-missing',
  'email-not-allowed',
  'card-missing',
  'card-random',
  'card-partial',
] as const

/**
 * The whole door between the window and the rest: main's handlers, the preload's `window.app` and the
 * test double are computed from this value. Calls answer a `Result`; besides its own codes any call may
 * fail with `malformed` (field), `forbidden` (sender), `locked` or `unavailable` (the process behind is restarting).
 */
export const ipc = {
  session: {
    get: call(nothing, sessionView, []),
    signIn: call(
      z.strictObject({
        cloudUrl: z.string().max(2000),
        email: z.string().max(254),
        password: z.string().max(1000),
        /** After `code-needed`. */
        code: typedCode.optional(),
      }),
      sessionView,
      [...signInCodes, ...storeRefusal.options],
    ),
    ...browserSignIn,
    /** Starts the built-in cloud and signs in its demo person. */
    tryDemo: call(nothing, sessionView, ['demo-failed', ...storeRefusal.options]),
    signOut: call(nothing, sessionView, []),
    /** Another account of the same person; the desk of that account has a file of its own. */
    switchAccount: call(z.strictObject({ accountId: z.uuid() }), sessionView, [
      'signed-out',
      'no-account',
      ...storeRefusal.options,
    ]),
    workOffline: call(z.strictObject({ on: z.boolean() }), sessionView, ['signed-out']),
    changed: event(sessionView),
  },
  reader: {
    status: call(nothing, deskReaderStatus, []),
    changed: event(deskReaderStatus),
    tapped: event(deskTap),
    /** What lamp and buzzer are to say; done only where somebody switched them on. */
    signal: call(z.strictObject({ reader: z.string(), signal: readerSignal }), nothing, []),
    /** What a keyboard reader typed; `unknown` where nobody has said yet how it writes. */
    typed: call(wedgeTyped, z.enum(['tapped', 'unknown']), []),
  },
  /** What this computer remembers about readers, whether they are plugged in or not. */
  readers: {
    notes: call(nothing, z.array(readerNote), []),
    change: call(readerChange, nothing, writing),
    changed: event(z.array(readerNote)),
  },
  /** How the keyboard readers of this computer write a card's number. */
  wedges: {
    list: call(nothing, z.array(wedgeProfile), []),
    remember: call(wedgeProfile, nothing, writing),
    forget: call(wedgeProfile, nothing, writing),
  },
  people: {
    /** `opId` is minted when the form opens: the same one twice is one invitation. */
    send: call(z.strictObject({ opId: z.uuid(), fields: personFields, move, reader }), accepted, [
      ...writing,
      ...judging,
      'move-not-allowed',
    ]),
    pending: call(pendingQuery, pendingPage, ['signed-out', ...storeRefusal.options]),
    /** The last ones accepted at this desk, newest first, at most 10. */
    recent: call(nothing, z.array(personRow), ['signed-out', ...storeRefusal.options]),
    parked: call(nothing, z.array(parkedRow), ['signed-out', ...storeRefusal.options]),
    /** Sends a parked operation again, changed, under a new op id. */
    correct: call(
      z.strictObject({ opId: z.uuid(), newOpId: z.uuid(), fields: personFields }),
      accepted,
      [...writing, ...judging, 'not-parked'],
    ),
    /** Takes the card of a parked operation from its holder; the rest goes under `newOpId`. */
    moveParked: call(
      z.strictObject({ opId: z.uuid(), newOpId: z.uuid(), moveOpId: z.uuid() }),
      accepted,
      [...writing, 'not-parked', 'gone', 'move-not-allowed'],
    ),
    /** Gives a parked operation up; the log keeps that it was. */
    discard: call(z.strictObject({ opId: z.uuid() }), z.undefined(), [...writing, 'not-parked']),
    /** One decision for all that wait for the same reason. */
    decide: call(parkedDecision, decided, [...writing, ...judging]),
    /** Users of the account, registered or without email; sorted and searched like the invitations. */
    users: call(pendingQuery, pendingPage, reading),
    update: call(
      z.strictObject({ opId: z.uuid(), recordId: z.uuid(), set: personChange, move, reader }),
      accepted,
      [...writing, ...judging, 'gone', 'move-not-allowed'],
    ),
    /** Takes back a card move until it is sent, 10 s at the earliest. */
    undoMove: call(
      z.strictObject({ opId: z.uuid() }),
      z.strictObject({ undone: z.boolean() }),
      writing,
    ),
    hints: call(hintsQuery, hints, reading),
    /** Organizations used before, most used first, at most 20. */
    organizations: call(
      z.strictObject({ prefix: z.string().max(200) }),
      z.array(z.string()),
      reading,
    ),
    /** What ended without doing what was asked; dismissed one by one. */
    notices: call(nothing, z.array(notice), reading),
    dismissNotice: call(z.strictObject({ opId: z.uuid() }), nothing, writing),
    draft: call(nothing, keptForms, reading),
    keepDraft: call(keptForms, nothing, writing),
    /** Something in the lists changed: read the page again. */
    changed: event(nothing),
  },
  invitations,
  handOvers,
  userCards,
  directory,
  roster,
  scan,
  log,
  lock: { ...lock, ...systemLock },
  audit,
  secondFactor,
  desks,
  password,
  files,
  preferences: {
    get: call(nothing, preferences, []),
    set: call(preferences, nothing, writing),
    changed: event(preferences),
  },
  sync: {
    status: call(nothing, syncStatus, []),
    /** What is not in the cloud yet, page by page. */
    queue: call(queueQuery, queuePage, reading),
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
