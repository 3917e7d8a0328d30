import { createHash } from 'node:crypto'
import type { AnswerOf, BatchResult } from '../../electron/cloud-client/cloud-client.ts'
import { type Directory, emptyDirectory } from '../../core/directory.ts'
import { type Operation, operation } from '../../core/operation.ts'
import { type PersonChange, type PersonFields, kindOf } from '../../core/person.ts'
import type { Change, RecordState } from '../../core/record.ts'
import type { RequestOf } from '../../contracts/cloud-api.ts'
import { createSimulatedLog } from './simulated-log.ts'
import type { AppliedWish, Evidence, Overwritten } from './simulated-evidence.ts'
import { setFields } from '../../electron/store/wish.ts'
import {
  type ModelRecords,
  type Stored,
  applyToModel,
  cardProblem,
  changeOf,
  changed,
  seenAs,
} from './simulated-apply.ts'

/**
 * The cloud as a model in memory, small enough to be believed: operations with their ledger, the change
 * feed, snapshots, digests, and what other people do meanwhile. It also keeps evidence for the checks.
 */
export type SimulatedCloud = {
  batch(items: readonly string[]): { readonly results: readonly BatchResult[] }
  changes(cursor: string | null, limit: number): AnswerOf<'changes'> | 'cursor.expired'
  snapshot(after: string | null, limit: number): AnswerOf<'snapshot'>
  digest(): AnswerOf<'digest'>
  directory(): Directory
  log(query: RequestOf<'log'>['query'], limit: number): AnswerOf<'log'>
  erasures(after: number): AnswerOf<'erasures'>
  /** What others do, straight in the cloud. */
  addGroup(name: string): void
  create(id: string, fields: PersonFields): void
  edit(id: string, set: PersonChange): void
  erase(id: string): void
  /** Nobody may know of them any more. */
  forget(id: string): void
  /** To a region that the desk does not see, and back. */
  sendAway(id: string): void
  bringBack(id: string): void
  away(): readonly string[]
  /** The person completes sign-up: an invitation becomes a user. */
  register(id: string): void
  /** Forgets what is older than now: cursors from before have expired. */
  forgetFeed(): void
  living(): readonly Change[]
  holderOf(card: string): Change | undefined
  readonly evidence: Evidence
}

export function createSimulatedCloud(now: () => string): SimulatedCloud {
  const records = new Map<string, Stored>()
  const ledger = new Map<string, { readonly item: string; readonly result: BatchResult }>()
  const applied: Operation[] = []
  const history: AppliedWish[] = []
  /** Version with which others set a field last, by record and field. */
  const othersSet = new Map<string, number>()
  const reusedKeys: string[] = []
  const wereAway = new Set<string>()
  const groups: Directory['groups'] = []
  const erased: AnswerOf<'erasures'>['erasures'] = []
  const log = createSimulatedLog(now)
  let position = 0
  let horizon = 0

  function write(id: string, state: RecordState | null, opId: string | null, registers = false) {
    const before = records.get(id)
    position += 1
    const version = (before?.version ?? 0) + 1
    const registeredAt = registers ? version : (before?.registeredAt ?? null)
    const left = before?.left ?? null
    const record = { id, version, deleted: state === null, state, opId, position, registeredAt }
    records.set(id, { ...record, left })
    return changeOf({ ...record, left })
  }

  function fresh(fields: PersonFields): RecordState {
    const kind = kindOf(fields)
    const sent = kind === 'invitation' ? now() : null
    const createdBy = '019ab000-0000-7000-8000-00000000d00d'
    const given = { mail: null, registeredAt: null, otherCards: [], groups: [], rights: [] }
    return { ...fields, ...given, kind, inviteSentAt: sent, createdAt: now(), createdBy }
  }

  const seen = () => [...records.values()].map(seenAs)
  const living = () => seen().filter((record) => !record.deleted)
  const holderOf = (card: string) =>
    [...records.values()].find(({ state }) => cardsOfState(state).includes(card))
  const isElsewhere = (id: string) => (records.get(id)?.left ?? null) !== null
  const here = (id: string) => (isElsewhere(id) ? undefined : records.get(id))

  const model: ModelRecords = {
    get: here,
    isElsewhere,
    write: (id, state, opId) => write(id, state, opId),
    fresh,
    holderOf,
    hasGroup: (id) => groups.some((group) => group.id === id),
    now,
  }

  function one(item: string): BatchResult {
    const parsed = operation.parse(JSON.parse(item))
    const known = ledger.get(parsed.opId)
    if (known !== undefined) {
      if (known.item === item) return replayed(known.result)
      reusedKeys.push(parsed.opId)
      return { opId: parsed.opId, outcome: 'refused', problem: { code: 'key.reuse' } }
    }
    const before = here(parsed.recordId)
    const result = applyToModel(parsed, model)
    log.note(parsed, before?.state ?? null, result)
    if (result.outcome === 'applied') {
      const cards = [before?.state?.cardId ?? null, result.change.state?.cardId ?? null] as const
      const registered = before?.state?.kind === 'user' && before.registeredAt !== null
      applied.push(parsed)
      history.push({ wish: parsed, cards, registered, overwrites: overwrites(parsed, before) })
    }
    ledger.set(parsed.opId, { item, result })
    return result
  }

  /** What others had set last; from now on it is this desk's. */
  function overwrites(wish: Operation, before: Stored | undefined): readonly Overwritten[] {
    if (wish.method !== 'update' || !before?.state) return []
    const { state } = before
    const own = setFields(wish.set)
    const found = own.flatMap((field): readonly Overwritten[] => {
      const version = othersSet.get(`${before.id} ${field}`)
      const value = state[field]
      return version === undefined || value === wish.set[field] ? [] : [{ field, value, version }]
    })
    for (const field of own) othersSet.delete(`${before.id} ${field}`)
    return found
  }

  return {
    batch: (items) => ({ results: items.map(one) }),

    changes(cursor, limit) {
      const from = cursor === null ? 0 : Number(cursor)
      if (from < horizon && cursor !== null) return 'cursor.expired'
      const all = seen().filter((record) => record.position > from)
      const page = all.toSorted((a, b) => a.position - b.position).slice(0, limit)
      const hasMore = page.length < all.length
      const next = String(page.at(-1)?.position ?? Math.max(from, position))
      const told = { directory: groups.length, log: log.end(), erased: erased.length }
      return { from: cursor, next, hasMore, changes: page.map(changeOf), ...told }
    },

    snapshot(after, limit) {
      const rest = living().filter((record) => after === null || record.id > after)
      const page = rest.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit)
      const hasMore = page.length < rest.length
      return { cursor: String(position), records: page.map(changeOf), hasMore }
    },

    digest() {
      const buckets = Array.from({ length: 16 }, (_, digit) => {
        const mine = living().filter((record) => Number.parseInt(record.id.slice(-1), 16) === digit)
        const lines = mine.map(({ id, version }) => `${id}:${version}\n`).toSorted()
        return createHash('sha256').update(lines.join('')).digest('hex')
      })
      return { cursor: String(position), count: living().length, buckets }
    },

    directory: () => ({
      ...emptyDirectory,
      version: groups.length,
      groups: [...groups],
    }),

    log: (query, limit) => log.read(query, limit),
    erasures: (after) => ({ erasures: erased.slice(after), hasMore: false }),

    addGroup: (name) => void groups.push({ id: idOfGroup(groups.length), name }),
    create: (id, fields) => void write(id, fresh(fields), null),
    edit(id, set) {
      const state = records.get(id)?.state ?? null
      if (state === null || cardProblem(model, id, set.cardId) !== null) return
      const { version } = write(id, changed(state, set), null)
      for (const field of setFields(set)) othersSet.set(`${id} ${field}`, version)
    },
    erase(id) {
      if (records.get(id)?.deleted === false) write(id, null, null)
    },
    forget(id) {
      if (records.get(id)?.deleted === false) write(id, null, null)
      erased.push({ seq: erased.length + 1, id })
    },
    sendAway(id) {
      const state = here(id)?.state ?? null
      if (state === null) return
      const { version } = write(id, state, null)
      const record = records.get(id)
      if (record) records.set(id, { ...record, left: { version, position } })
      wereAway.add(id)
    },
    bringBack(id) {
      const record = records.get(id)
      if (!record?.left || record.state === null) return
      records.set(id, { ...record, left: null })
      write(id, record.state, null)
    },
    away: () =>
      [...records.values()].flatMap(({ id, left, deleted }) => (left && !deleted ? id : [])),
    register(id) {
      const state = records.get(id)?.state ?? null
      if (state?.kind === 'invitation') write(id, { ...state, kind: 'user' }, null, true)
    },
    forgetFeed() {
      horizon = position
    },
    living,
    holderOf,
    evidence: { applied, history, wereAway, reusedKeys },
  }
}

/** Every card that a person has in any way. */
export function cardsOfState(state: RecordState | null): readonly string[] {
  if (state === null) return []
  const others = state.otherCards.map(({ cardId }) => cardId)
  return state.cardId === null ? others : [state.cardId, ...others]
}

/** The groups that there may be, in the order in which they are added. */
export function idOfGroup(n: number): string {
  return `019ab222-0000-7000-8000-${String(n).padStart(12, '0')}`
}

function replayed(result: BatchResult): BatchResult {
  return result.outcome === 'applied' ? { ...result, replayed: true } : result
}
