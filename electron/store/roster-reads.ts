import {
  type RosterCounts,
  type RosterRow,
  type RosterState,
  type RosterSummary,
  rosterLimit,
} from '../../core/roster/roster.ts'
import type { Database } from './database.ts'
import type { RosterStore } from './roster-store.ts'

type Reads = Pick<RosterStore, 'list' | 'view' | 'running' | 'person' | 'rows' | 'cardlessMembers'>

type Head = Omit<RosterSummary, 'counts'>

const columns = `position, op_id AS opId, record_id AS recordId, email, first_name AS firstName,
  last_name AS lastName, organization, additional_information AS additionalInformation, state,
  card AS cardId, surface_id AS surfaceId, card_before AS cardBefore, at, reason`

const headColumns = 'id, title, source, created_at AS createdAt, finished_at AS finishedAt'

const shown = 4
const shownLists = 50

export const countsSql = `SELECT state, count(*) AS n FROM roster_person WHERE roster_id = ?
  GROUP BY state`
export const followingSql = `SELECT ${columns} FROM roster_person INDEXED BY roster_person_state
  WHERE roster_id = ? AND state = 'waiting' AND position > ? ORDER BY position LIMIT ?`
export const recentTurnsSql = `SELECT ${columns} FROM roster_person
  WHERE roster_id = ? AND turn IS NOT NULL ORDER BY turn DESC LIMIT ?`
export const rosterPersonSql = `SELECT ${columns} FROM roster_person WHERE roster_id = ? AND op_id = ?`
export const rosterListSql = `SELECT ${headColumns} FROM roster ORDER BY created_at DESC, id DESC LIMIT ?`
/** Looks at every record; asked once, when a list is made. */
const membersSql = `SELECT id AS recordId, email, first_name AS firstName, last_name AS lastName,
    organization, additional_information AS additionalInformation
  FROM record WHERE deleted = 0 AND card IS NULL AND instr(group_ids, ?) > 0
  ORDER BY name_key, id LIMIT ${rosterLimit}`

/** What the window shows of lists; the cost of a view does not grow with the list, but for its counts. */
export function createRosterReads(db: Database): Reads {
  const head = db.prepare<[string], Head & { current: number | null }>(
    `SELECT ${headColumns}, current FROM roster WHERE id = ?`,
  )
  const heads = db.prepare<[number], Head>(rosterListSql)
  const running = db.prepare<[], { id: string }>('SELECT id FROM roster WHERE running = 1')
  const counted = db.prepare<[string], { state: RosterState; n: number }>(countsSql)
  const at = db.prepare<[string, number], RosterRow>(
    `SELECT ${columns} FROM roster_person WHERE roster_id = ? AND position = ?`,
  )
  const following = db.prepare<[string, number, number], RosterRow>(followingSql)
  const recent = db.prepare<[string, number], RosterRow>(recentTurnsSql)
  const before = db.prepare<[string, number], { position: number }>(
    `SELECT position FROM roster_person WHERE roster_id = ? AND position < ? AND state <> 'assigned'
     ORDER BY position DESC LIMIT 1`,
  )
  const byOp = db.prepare<[string, string], RosterRow>(rosterPersonSql)
  const all = db.prepare<[string], RosterRow>(
    `SELECT ${columns} FROM roster_person WHERE roster_id = ? ORDER BY position`,
  )
  const members = db.prepare<[string], ReturnType<Reads['cardlessMembers']>[number]>(membersSql)

  function countsOf(rosterId: string): RosterCounts {
    const found = counted.all(rosterId).map(({ state, n }) => [state, n] as const)
    return { ...noCounts, ...Object.fromEntries(found) }
  }

  /** After the one whose turn it is, and then from the beginning. */
  function waitingAfter(rosterId: string, position: number): RosterRow[] {
    const after = following.all(rosterId, position, shown)
    if (after.length === shown) return after
    const seen = new Set([position, ...after.map((row) => row.position)])
    const others = following.all(rosterId, -1, shown + 1)
    return [...after, ...others.filter((row) => !seen.has(row.position))].slice(0, shown)
  }

  return {
    list: () =>
      db.read(() => heads.all(shownLists).map((each) => ({ ...each, counts: countsOf(each.id) }))),
    view: (rosterId) =>
      db.read(() => {
        const found = head.get(rosterId)
        if (found === undefined) return null
        const { current, ...each } = found
        return {
          ...each,
          counts: countsOf(rosterId),
          current: current === null ? null : (at.get(rosterId, current) ?? null),
          following: current === null ? [] : waitingAfter(rosterId, current),
          recent: recent.all(rosterId, shown),
          before: before.get(rosterId, current ?? rosterLimit)?.position ?? null,
        }
      }),
    running: () => db.read(() => running.get()?.id ?? null),
    person: (rosterId, opId) => db.read(() => byOp.get(rosterId, opId) ?? null),
    rows: (rosterId) => db.read(() => all.all(rosterId)),
    cardlessMembers: (groupId) => db.read(() => members.all(JSON.stringify(groupId))),
  }
}

const noCounts: RosterCounts = { waiting: 0, assigned: 0, skipped: 0, absent: 0, refused: 0 }
