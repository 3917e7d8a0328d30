import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ReaderChange, ReaderNote } from '../../core/desk-reader.ts'
import { type Result, ok } from '../../core/outcome.ts'
import { type Preferences, defaultPreferences, keptPreferences } from '../../core/preferences.ts'
import { type DeskIdentity, type StoreRefusal, deskIdentity } from '../../core/session.ts'
import { type WedgeProfile, wedgeProfile } from '../../core/wedge-profile.ts'
import type { Database } from './database.ts'
import type { WriteRefusal } from './desk-store.ts'
import { type OpenOptions, openDatabase } from './open-database.ts'
import { type HandedOverStore, createHandedOver } from './handed-over.ts'
import { profileMigrations } from './profile-migrations/index.ts'
import { createReaderNotes } from './reader-notes.ts'
import { createSettings } from './settings.ts'
import { parseJson } from './wish.ts'

/** A refresh token as the keyring `backend` sealed it, base64. Never plain text. */
export type SealedToken = { readonly sealed: string; readonly backend: string }

/** A desk database on this computer. `unsent` is as of the moment when its desk was left. */
export type KnownDesk = {
  readonly identity: DeskIdentity
  readonly file: string
  readonly unsent: number
}

/** This computer's own notes. Reads throw `StoreUnavailable`; what cannot be parsed counts as not noted. */
export type ProfileStore = {
  /** UUID, made at the first start. */
  readonly deskId: () => string
  readonly signedIn: () => DeskIdentity | null
  /** Also notes the desk and fills the form; null signs out and forgets the token in the same transaction. */
  readonly setSignedIn: (identity: DeskIdentity | null) => Result<void, WriteRefusal>
  /** The accounts of the person signed in that may use a desk, as of the sign-in; empty for nobody. */
  readonly accounts: () => readonly Account[]
  readonly setAccounts: (accounts: readonly Account[]) => Result<void, WriteRefusal>
  readonly token: () => SealedToken | null
  readonly setToken: (token: SealedToken) => Result<void, WriteRefusal>
  /** `ended`: why the cloud takes it no more, where it has said so. */
  readonly clearToken: (ended?: string) => Result<void, WriteRefusal>
  /** Why there is no token, until there is one again; null: nobody said. */
  readonly endedWhy: () => string | null
  /** What the sign-in form is filled with; empty texts before the first sign-in. */
  readonly lastForm: () => LastForm
  readonly setLastForm: (form: LastForm) => Result<void, WriteRefusal>
  /** Cards laid down since whoever works here locked the desk; null: it is not locked. */
  readonly locked: () => number | null
  readonly setLocked: (taps: number | null) => Result<void, WriteRefusal>
  readonly workOffline: () => boolean
  readonly setWorkOffline: (on: boolean) => Result<void, WriteRefusal>
  /** The defaults until they are set. */
  readonly preferences: () => Preferences
  readonly setPreferences: (preferences: Preferences) => Result<void, WriteRefusal>
  /** What is remembered about readers, by name. */
  readonly readers: () => readonly ReaderNote[]
  readonly changeReader: (change: ReaderChange) => Result<void, WriteRefusal>
  /** How keyboard readers write, the one learnt last first. */
  readonly wedges: () => readonly WedgeProfile[]
  readonly setWedges: (wedges: readonly WedgeProfile[]) => Result<void, WriteRefusal>
  readonly handedOver: HandedOverStore
  readonly desks: () => readonly KnownDesk[]
  readonly setUnsent: (identity: DeskIdentity, unsent: number) => Result<void, WriteRefusal>
  /** The file name, without folder, of the desk's database. */
  readonly fileFor: (identity: DeskIdentity) => string
  readonly close: () => void
}

type Account = DeskIdentity['account']
const form = z.strictObject({ cloudUrl: z.string(), email: z.string() })
type LastForm = z.infer<typeof form>
const sealedToken = z.strictObject({ sealed: z.string(), backend: z.string() })

type SettingName =
  | 'desk-id'
  | 'signed-in'
  | 'token'
  | 'ended'
  | 'form'
  | 'offline'
  | 'preferences'
  | 'accounts'
  | 'wedges'
  | 'locked'

export function openProfileStore(
  options: Omit<OpenOptions, 'migrations' | 'key'> & { readonly newId: () => string },
): Result<ProfileStore, StoreRefusal> {
  const db = openDatabase({ ...options, key: null, migrations: profileMigrations })
  return db.ok ? ok(createProfileStore(db.value, options.newId)) : db
}

export function createProfileStore(db: Database, newId: () => string): ProfileStore {
  const settings = createSettings<SettingName>(db)
  const readers = createReaderNotes(db)
  const put = db.prepare<[string, string, number]>(
    `INSERT INTO desk (file, identity, unsent) VALUES (?, ?, ?)
     ON CONFLICT (file) DO UPDATE SET identity = excluded.identity`,
  )
  const setUnsent = db.prepare<[number, string]>('UPDATE desk SET unsent = ? WHERE file = ?')
  const all = db.prepare<[], { file: string; identity: string; unsent: number }>(
    'SELECT file, identity, unsent FROM desk ORDER BY file',
  )
  const deskId = settings.get('desk-id') ?? newId()
  if (settings.get('desk-id') === null) db.write(() => settings.set('desk-id', deskId))

  const read = <T>(name: Parameters<typeof settings.get>[0], schema: z.ZodType<T>) => {
    const text = db.read(() => settings.get(name))
    return text === null ? null : parseJson(schema, text)
  }
  const note = (name: Parameters<typeof settings.get>[0], value: unknown) =>
    settings.set(name, value === null ? null : JSON.stringify(value))
  const change = (work: () => void) =>
    db.attempt<void, WriteRefusal>(() => {
      work()
      return ok()
    })

  return {
    deskId: () => deskId,
    signedIn: () => read('signed-in', deskIdentity),
    setSignedIn: (identity) =>
      change(() => {
        note('signed-in', identity)
        if (identity === null) {
          note('accounts', null)
          note('ended', null)
          note('locked', null)
          return note('token', null)
        }
        note('form', { cloudUrl: identity.cloudUrl, email: identity.person.email })
        put.run(fileFor(identity), JSON.stringify(identity), 0)
      }),
    accounts: () => read('accounts', z.array(deskIdentity.shape.account)) ?? [],
    setAccounts: (accounts) => change(() => note('accounts', accounts)),
    token: () => read('token', sealedToken),
    setToken: (token) =>
      change(() => {
        note('token', token)
        note('ended', null)
      }),
    clearToken: (ended) =>
      change(() => {
        note('token', null)
        note('ended', ended ?? null)
      }),
    endedWhy: () => read('ended', z.string()),
    lastForm: () => read('form', form) ?? { cloudUrl: '', email: '' },
    setLastForm: (filled) => change(() => note('form', filled)),
    locked: () => read('locked', z.int().min(0)),
    setLocked: (taps) => change(() => note('locked', taps)),
    workOffline: () => read('offline', z.boolean()) ?? false,
    setWorkOffline: (on) => change(() => note('offline', on)),
    preferences: () => read('preferences', keptPreferences) ?? defaultPreferences,
    setPreferences: (chosen) => change(() => note('preferences', chosen)),
    readers: () => db.read(readers.list),
    changeReader: (next) => change(() => readers.change(next)),
    wedges: () => read('wedges', z.array(wedgeProfile)) ?? [],
    setWedges: (wedges) => change(() => note('wedges', wedges)),
    handedOver: createHandedOver(db),
    desks: () => db.read(() => all.all()).flatMap(readDesk),
    setUnsent: (identity, unsent) =>
      change(() => {
        put.run(fileFor(identity), JSON.stringify(identity), unsent)
        setUnsent.run(unsent, fileFor(identity))
      }),
    fileFor,
    close: () => db.close(),
  }
}

/** The same for the same cloud, account and person whatever they are called; safe on every file system. */
export function fileFor({ cloudId, account, person }: DeskIdentity): string {
  const whole = [cloudId, account.id, person.id].join('\n').toLowerCase()
  return `desk-${createHash('sha256').update(whole).digest('hex').slice(0, 32)}.db`
}

function readDesk(row: { file: string; identity: string; unsent: number }): KnownDesk[] {
  const identity = parseJson(deskIdentity, row.identity)
  return identity === null ? [] : [{ identity, file: row.file, unsent: row.unsent }]
}
