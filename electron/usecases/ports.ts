import type { Asking } from '../../contracts/door.ts'
import type { Host } from '../../contracts/host.ts'
import type { EndpointName, RequestOf, ResponseOf } from '../../contracts/cloud-api.ts'
import type { Result } from '../../contracts/result.ts'
import type { ReaderNote } from '../../core/desk-reader.ts'
import type { LockSettings } from '../../core/desk-lock.ts'
import type { KeptOpen } from '../../core/kept-open.ts'
import type { Preferences } from '../../core/preferences.ts'
import type { DeskIdentity, SessionView, StoreRefusal } from '../../core/session.ts'
import type { QueueRow } from '../../core/queue.ts'
import type { SyncStatus } from '../../core/sync-status.ts'
import type { CloudClient, CloudFailure } from '../cloud-client/cloud-client.ts'
import type { HeldTokens } from '../cloud-client/token-keeper.ts'
import type { DirectoryStore, PeopleStore } from '../store/desk-store.ts'
import type { HandOverStore } from '../store/hand-over.ts'
import type { LogStore } from '../store/log-store.ts'
import type { LooseStore } from '../store/loose-store.ts'
import type { RosterStore } from '../store/roster-store.ts'
import type { PinGate } from './pin-gate.ts'
import type { ProfileStore, SealedToken } from '../store/profile-store.ts'
import type { Nudge } from '../sync/sync-engine.ts'

/** This computer's own notes, beside the databases of the desks. */
export type Profile = Omit<ProfileStore, 'close' | 'setLastForm'>

/** How the refresh token is kept: see `SessionView`. */
export type TokenKeeping = 'keyring' | 'memory' | 'none'

/** What a person asks about their own second factor; `network` too while working offline. */
export type SecondFactorQuestions = {
  readonly [
    Name in Extract<EndpointName, `${string}econdFactor` | 'renewRecoveryCodes'>
  ]: Question<Name>
}

/** What is asked about sign-ins; `network` too while working offline. */
export type SignInQuestions = {
  readonly [
    Name in 'desks' | 'revokeDesks' | 'memberDesks' | 'revokeMemberDesk' | 'changePassword'
  ]: Question<Name>
}

/** Asked with what only its asker knows: the body, where there is one. */
type Question<Name extends EndpointName> = (
  ...body: RequestOf<Name> extends { body: infer Body } ? [Body] : []
) => Promise<Result<ResponseOf<Name>, CloudFailure>>

/** The desk of one person in one account of one cloud: their database, queue and way to the cloud. */
export type OpenDesk = {
  readonly identity: DeskIdentity
  readonly people: PeopleStore
  readonly directory: DirectoryStore
  readonly rosters: RosterStore
  readonly loose: LooseStore
  readonly log: LogStore
  readonly handedOn: HandOverStore
  readonly pin: PinGate
  /** Operations that the cloud has not confirmed, parked ones included. */
  readonly unsent: () => number
  /** Opens what the keyring sealed; without it the channel says that a sign-in is needed. */
  readonly restoreTokens: (sealed: SealedToken | null, endedWhy: string | null) => Promise<void>
  /** Tells the cloud, without waiting for it, and forgets the tokens. */
  readonly dropTokens: () => void
  readonly tokenKeeping: () => TokenKeeping
  /**
   * Starts sending and receiving through this client, in place of the former one; with the tokens of a
   * sign-in, or those restored.
   */
  readonly connect: (client: CloudClient, tokens: HeldTokens | null) => Promise<void>
  /** Of a desk that was left: what the next desk of the same person goes on with. */
  readonly handOver: () => Promise<{
    readonly client: CloudClient | null
    readonly tokens: HeldTokens | null
  }>
  /** A further link to the invitation's registration page; `network` too while working offline. */
  readonly link: (recordId: string) => Promise<Result<ResponseOf<'link'>, CloudFailure>>
  /** A page of what was done in the account; `network` too while working offline. */
  readonly audit: (
    query: RequestOf<'audit'>['query'],
  ) => Promise<Result<ResponseOf<'audit'>, CloudFailure>>
  readonly secondFactor: SecondFactorQuestions
  readonly signIns: SignInQuestions
  /** For the whole account; `stale` when the directory is no longer `ifVersion`. */
  readonly setCardProfile: (
    change: RequestOf<'setCardProfile'>['body'],
  ) => Promise<Result<ResponseOf<'setCardProfile'>, CloudFailure>>
  /** Keeps operations from being sent for so many milliseconds, or until they are released. */
  readonly hold: (opIds: readonly string[], ms: number) => void
  readonly release: (opIds: readonly string[]) => void
  readonly nudge: (why: Nudge) => void
  readonly setPaused: (paused: boolean) => void
  readonly status: () => SyncStatus
  /** Up to `limit` operations after a place in the queue; throws `StoreUnavailable`. */
  readonly queue: (after: number | null, limit: number) => readonly QueueRow[]
}

/** Where at most one desk is open. */
export type DeskRoom = {
  readonly current: () => OpenDesk | null
  /**
   * Opens the desk of `identity` and leaves the one that was open; the same person's stays open and takes
   * on what changed (role, address). On refusal everything stays as it was.
   */
  readonly enter: (identity: DeskIdentity) => Promise<Result<OpenDesk, StoreRefusal>>
  /** Closes the open desk; unsent work stays in its file. */
  readonly leave: () => Promise<void>
  /** The file that holds the work of `identity`. */
  readonly fileOf: (identity: DeskIdentity) => string
}

export type SessionState = {
  readonly view: () => SessionView
  readonly show: (view: SessionView) => void
}

/** Whether the desk is locked; for this run also where the disk does not take it. */
export type LockState = {
  /** Cards laid down since it was locked; null: it is not. */
  readonly taps: () => number | null
  readonly set: (taps: number | null) => void
  /** What was open in the window of this desk. */
  readonly keep: (identity: DeskIdentity, open: KeptOpen) => void
  /** Once; nothing of another desk. */
  readonly takeKept: (identity: DeskIdentity) => KeptOpen
  readonly forgetKept: () => void
}

/** What a browser that was sent to sign somebody in comes back with. */
export type Returned = { readonly code: string; readonly iss: string | null }
export type BrowserReturn = 'browser-denied' | 'browser-timeout' | 'browser-cancelled'

/** Waits on this computer's own address for the browser that comes back with `state`; `port` null: any. */
export type ListenForBrowser = (asked: {
  readonly port: number | null
  readonly state: string
  readonly signal: AbortSignal
}) => Promise<
  Result<
    {
      readonly redirectUri: string
      readonly returned: () => Promise<Result<Returned, BrowserReturn>>
      readonly close: () => void
    },
    'browser-port-taken'
  >
>

/** 256 bits that nobody guesses, and what may be told of them; both as base64url. */
export type Secrets = {
  readonly make: () => string
  /** SHA-256. */
  readonly hash: (text: string) => string
}

/** Everything that verbs of the operator are given. */
export type Workplace = {
  readonly room: DeskRoom
  readonly session: SessionState
  readonly lock: LockState
  readonly profile: Profile
  /** As typed → as used and kept. */
  readonly parseAddress: (typed: string) => Result<string, 'bad-address'>
  readonly clientFor: (cloudUrl: string) => Promise<CloudClient>
  readonly host: Asking<Host>
  readonly listenForBrowser: ListenForBrowser
  readonly secrets: Secrets
  /** Where the form's address comes from before anybody has signed in. */
  readonly suggestedCloudUrl: string | null
  /** Whether the same person's other desks on this computer know this email; see `Hints`. */
  readonly userElsewhere: (
    identity: DeskIdentity,
    email: string,
  ) => { readonly name: string; readonly account: string } | null
  /** Of this program. */
  readonly appVersion: string
  /** UUIDv7. */
  readonly newId: () => string
  /** How this computer is called among others. */
  readonly deskName: string
  /** BCP 47. */
  readonly systemLanguage: string
  /** ISO 8601, for display. */
  readonly wallTime: () => string
  /** Runs a read of the store; what the disk refuses is a value. */
  readonly reading: <T>(work: () => T) => Result<T, StoreRefusal>
  /** The lists in the window are out of date. */
  readonly peopleChanged: () => void
  readonly directoryChanged: () => void
  readonly lockChanged: (settings: LockSettings | null) => void
  readonly preferencesChanged: (preferences: Preferences) => void
  readonly readersChanged: (notes: ReaderNote[]) => void
}
