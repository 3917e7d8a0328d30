import type { PersonFields } from '../../core/person.ts'
import type { Database } from '../../electron/store/database.ts'
import { searchTextOf } from '../../electron/store/search-text.ts'
import { sortKeysOf } from '../../electron/store/sort-order.ts'

/** Always the same people: a few hundred names, so that a fifth of them share a syllable. */
export function personNumber(n: number): PersonFields {
  const first = firstNames[(n * 7) % firstNames.length] ?? ''
  const last = lastNames[(n * 31 + Math.floor(n / 97)) % lastNames.length] ?? ''
  const rare = n % 20_011 === 0
  return {
    email: `${first}.${last}${n}@example.com`.toLowerCase(),
    role: 'user',
    firstName: rare ? 'Zoe' : first,
    lastName: rare ? 'Hoffmann' : last,
    organization: `Company ${n % 500}`,
    additionalInformation: '',
    cardId: n % 3 === 0 ? `04${n.toString(16).padStart(12, '0')}`.toUpperCase() : null,
    surfaceId: '',
    regionId: null,
  }
}

export function idNumber(n: number): string {
  return `019ab000-0000-7000-8000-${String(n).padStart(12, '0')}`
}

/**
 * Fills a new desk database with invitations that the cloud has told about, in the columns that the store
 * itself would compute. Indexes and triggers are made afterwards: one by one it would take minutes.
 */
export function fillWithPeople(db: Database, count: number): void {
  const made = db
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema
       WHERE tbl_name = 'record' AND type IN ('index', 'trigger') AND sql IS NOT NULL`,
    )
    .all()
  for (const { type, name } of made) db.prepare(`DROP ${type} ${name}`).run()
  fill(db, count)
  db.write(() => {
    for (const { sql } of made) db.prepare(sql).run()
    db.prepare("INSERT INTO invitation_search (invitation_search) VALUES ('rebuild')").run()
    db.prepare<[number]>("UPDATE tally SET n = ? WHERE name = 'invitation'").run(count)
  })
}

function fill(db: Database, count: number): void {
  const insert = db.prepare<(string | number | null)[]>(
    `INSERT INTO record (id, base, base_version, base_deleted, deleted, kind, registered, email, role,
       first_name, last_name, organization, additional_information, card, surface_id, group_ids, rights,
       invite_sent_ms, mail_state, mail_expires_at, created_at, name_key, email_key,
       nordic_name_key, nordic_email_key, search_text)
     VALUES (?, ?, 1, 0, 0, 'invitation', 0, ?, 'user', ?, ?, ?, '', ?, '', '[]', '[]', ?, 'sent', ?, ?,
       ?, ?, ?, ?, ?)`,
  )
  for (let start = 0; start < count; start += 50_000) {
    db.write(() => {
      for (let n = start; n < Math.min(count, start + 50_000); n += 1) insert.run(...rowOf(n))
    })
  }
}

function rowOf(n: number): (string | number | null)[] {
  const person = personNumber(n)
  const { email, firstName, lastName, organization, cardId } = person
  const sent = Date.UTC(2026, 0, 1) + ((n * 7919) % 20_000_000) * 1000
  const created = '2026-01-01T00:00:00.000Z'
  const expires = '2026-12-31T00:00:00.000Z'
  const { nameKey, emailKey, nordicNameKey, nordicEmailKey } = sortKeysOf(person)
  const keys = [nameKey, emailKey, nordicNameKey, nordicEmailKey]
  const told = { kind: 'invitation', inviteSentAt: created, groups: [], createdBy: idNumber(0) }
  const base = JSON.stringify({ ...person, ...told, createdAt: created })
  const columns = [idNumber(n), base, email, firstName, lastName, organization, cardId, sent]
  return [...columns, expires, created, ...keys, searchTextOf(person)]
}

const syllables = ['sal', 'vir', 'kor', 'lund', 'berg', 'nie', 'hoff', 'ber', 'kar', 'ols']
const endings = ['onen', 'ström', 'mann', 'sson', 'nen', 'lä', 'mannila', 'quist', 'er']
const lastNames = syllables.flatMap((begin) =>
  endings.map((end) => `${begin[0]?.toUpperCase()}${begin.slice(1)}${end}`),
)
const firstNames =
  'Aino Eero Åke Örjan Anna Bo Carla David Elsa Frida Gun Hans Ida Jan Kaisa Liisa Mika Nora Olli Pia Rolf Sanna Timo Ulla Ville Ylva Zacharias'.split(
    ' ',
  )
