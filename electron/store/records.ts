import { type Change, recordState } from '../../core/record.ts'
import { withoutCard } from '../../core/card-step.ts'
import type { PersonFields, PersonKind } from '../../core/person.ts'
import type { Database } from './database.ts'
import type { OutboxRows } from './outbox-rows.ts'
import { searchTextOf } from './search-text.ts'
import { sortKeysOf } from './sort-order.ts'
import { type Base, type View, unknownBase, viewOf } from './view.ts'
import { differences, parseJson, setFields } from './wish.ts'

/** Rows of `record`: base and view, kept in step. Every method runs inside the caller's transaction. */
export type Records = {
  base(id: string): Base
  /** Takes what the cloud says unless something as new is known. Returns whether it was taken. */
  moveBase(change: Change): boolean
  /**
   * The cloud had it no more when it was asked, although its tombstone has not arrived. Where more has been
   * heard than was known when that was wished, the answer may be the older: then the feed has the word.
   */
  markGone(id: string, wished: { readonly seenVersion: number }): void
  /** The cloud has given its card to somebody else; the new version, with all else, is still to come. */
  loseCard(id: string, cardId: string): void
  /** Forgets what the cloud said; the record stays while operations wait for it. */
  forget(id: string): void
  /** To be called after the operations of a record changed. A record without base and operations vanishes. */
  refresh(id: string): void
  /** The same for one made on this computer, by the create at this place in the outbox. */
  refreshMadeHere(id: string, seq: number): void
  /** Every column anew, also those that seem to be right. */
  recompute(id: string): void
}

type BaseRow = { base: string | null; base_version: number; base_deleted: 0 | 1 }

/** What the record is known by, as it stands there. */
type KnownRow = PersonFields & { deleted: 0 | 1; kind: PersonKind; otherCards: string }

export function createRecords(db: Database, ops: OutboxRows): Records {
  const select = db.prepare<[string], BaseRow>(
    'SELECT base, base_version, base_deleted FROM record WHERE id = ?',
  )
  const known = db.prepare<[string], KnownRow>(knownSql)
  const tell = db.prepare<[ReturnType<typeof toldColumns>]>(tellSql)
  const put = db.prepare<[ReturnType<typeof columns> & { madeHere: number | null }]>(putSql)
  const setBase = db.prepare<[string | null, number, 0 | 1, string]>(
    'UPDATE record SET base = ?, base_version = ?, base_deleted = ? WHERE id = ?',
  )
  const remove = db.prepare<[string]>('DELETE FROM record WHERE id = ?')

  function store(id: string, base: Base, madeHere: number | null = null): void {
    const pending = ops.ofRecord(id)
    if (base.version === 0 && pending.length === 0) {
      remove.run(id)
      return
    }
    const view = viewOf(id, base, pending)
    if (view === null) setBase.run(stateText(base), base.version, base.deleted ? 1 : 0, id)
    else if (madeHere === null && isKnown(known.get(id), view))
      tell.run(toldColumns(id, base, view))
    else put.run({ ...columns(id, base, view), madeHere })
  }

  const baseOf = (id: string) => readBase(select.get(id))

  return {
    base: baseOf,
    moveBase(change) {
      const row = select.get(change.id)
      if (row === undefined && change.deleted) return false
      if (row !== undefined && !isNewer(change, row)) return false
      const { version, deleted, state } = change
      store(change.id, { version, deleted, state: deleted ? null : state })
      return true
    },
    markGone(id, { seenVersion }) {
      const base = baseOf(id)
      if (base.version > 0 && base.version <= seenVersion)
        store(id, { version: base.version, deleted: true, state: null })
    },
    loseCard(id, cardId) {
      const base = baseOf(id)
      const state = base.state === null ? null : withoutCard(base.state, cardId)
      store(id, { ...base, state })
    },
    forget(id) {
      const waiting = ops.ofRecord(id).length > 0
      store(id, waiting ? { ...baseOf(id), deleted: true, state: null } : unknownBase)
    },
    refresh: (id) => store(id, baseOf(id)),
    refreshMadeHere: (id, seq) => store(id, baseOf(id), seq),
    recompute(id) {
      const base = baseOf(id)
      const view = viewOf(id, base, ops.ofRecord(id))
      if (view !== null) put.run({ ...columns(id, base, view), madeHere: null })
    },
  }
}

/** A living record of the same version undoes `markGone` and `forget`: real tombstones have a version of their own. */
function isNewer(change: Change, row: BaseRow): boolean {
  if (change.version !== row.base_version) return change.version > row.base_version
  return row.base_deleted === 1 && !change.deleted
}

function readBase(row: BaseRow | undefined): Base {
  if (row === undefined) return unknownBase
  const state = row.base === null ? null : parseJson(recordState, row.base)
  return { version: row.base_version, deleted: row.base_deleted === 1, state }
}

const stateText = ({ state }: Base) => (state === null ? null : JSON.stringify(state))

/** Then none of the indexes over it need be touched: most of what the cloud says is what it was asked for. */
function isKnown(row: KnownRow | undefined, view: View): boolean {
  if (row === undefined) return false
  const { deleted, kind, otherCards, ...fields } = row
  return (
    deleted === (view.deleted ? 1 : 0) &&
    kind === view.kind &&
    otherCards === JSON.stringify(view.otherCards) &&
    setFields(differences(fields, view.fields)).length === 0
  )
}

function columns(id: string, base: Base, view: View) {
  const { fields } = view
  return {
    ...toldColumns(id, base, view),
    deleted: view.deleted ? 1 : 0,
    kind: view.kind,
    ...fields,
    otherCards: JSON.stringify(view.otherCards),
    ...sortKeysOf(fields),
    searchText: view.deleted ? '' : searchTextOf(fields, view.otherCards),
  }
}

/** What only the cloud can say. */
function toldColumns(id: string, base: Base, view: View) {
  const { mail } = view
  return {
    id,
    base: stateText(base),
    baseVersion: base.version,
    baseDeleted: base.deleted ? 1 : 0,
    registered: view.registered ? 1 : 0,
    groups: JSON.stringify(view.groups),
    rights: JSON.stringify(view.rights),
    inviteSentMs: view.inviteSentAt === null ? null : Date.parse(view.inviteSentAt),
    mailState: mail?.state ?? null,
    mailReason: mail?.reason ?? null,
    mailOpenedAt: mail?.openedAt ?? null,
    mailExpiresAt: mail?.expiresAt ?? null,
    createdAt: view.createdAt,
  }
}

const toldNames = {
  base: '@base',
  base_version: '@baseVersion',
  base_deleted: '@baseDeleted',
  registered: '@registered',
  group_ids: '@groups',
  rights: '@rights',
  invite_sent_ms: '@inviteSentMs',
  mail_state: '@mailState',
  mail_reason: '@mailReason',
  mail_opened_at: '@mailOpenedAt',
  mail_expires_at: '@mailExpiresAt',
  created_at: '@createdAt',
} as const

const columnNames = {
  ...toldNames,
  deleted: '@deleted',
  kind: '@kind',
  email: '@email',
  role: '@role',
  first_name: '@firstName',
  last_name: '@lastName',
  organization: '@organization',
  additional_information: '@additionalInformation',
  card: '@cardId',
  surface_id: '@surfaceId',
  region_id: '@regionId',
  other_cards: '@otherCards',
  name_key: '@nameKey',
  email_key: '@emailKey',
  nordic_name_key: '@nordicNameKey',
  nordic_email_key: '@nordicEmailKey',
  search_text: '@searchText',
} as const

const knownSql = `SELECT deleted, kind, email, role, first_name AS firstName, last_name AS lastName,
  organization, additional_information AS additionalInformation, card AS cardId,
  surface_id AS surfaceId, region_id AS regionId, other_cards AS otherCards FROM record WHERE id = ?`

const tellSql = `UPDATE record SET ${Object.entries(toldNames)
  .map(([name, value]) => `${name} = ${value}`)
  .join(', ')} WHERE id = @id`

const names = Object.keys(columnNames)

const putSql = `
INSERT INTO record (id, made_here, ${names.join(', ')})
VALUES (@id, @madeHere, ${Object.values(columnNames).join(', ')})
ON CONFLICT (id) DO UPDATE SET made_here = coalesce(excluded.made_here, made_here),
  ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`
