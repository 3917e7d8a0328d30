import { createHash } from 'node:crypto'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { at, id, person } from '../../tests/support/desk-people.ts'
import { wholeLog } from '../../tests/support/log-invariants.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { deskMigrations } from './migrations/index.ts'
import { openDatabase } from './open-database.ts'
import { openDeskStore } from './open-desk-store.ts'
import { fieldsAsSent } from './wish.ts'

const fields = person({ email: null, cardId: '04C43BC21C3A80' })
const frozen = JSON.stringify({ opId: id(1), method: 'create', recordId: id(1), fields })

/** As version 100 left it: a card that was sent and not answered, and one that was not sent yet. */
function fileOfVersion100(): string {
  const file = path.join(temporaryFolder(), 'desk.db')
  const migrations = deskMigrations.filter(({ version }) => version <= 100)
  const opened = openDatabase({ path: file, key: null, migrations })
  if (!opened.ok) throw new Error(opened.code)
  const db = opened.value
  const hash = createHash('sha256').update(frozen).digest()
  db.write(() => {
    for (const [n, item] of [frozen, null].entries()) {
      const own = id(n + 1)
      db.prepare<string[]>(
        `INSERT INTO record (id, base_version, base_deleted, deleted, kind, registered, role, first_name,
           last_name, organization, additional_information, surface_id, group_ids, rights, created_at,
           name_key, email_key, nordic_name_key, nordic_email_key, search_text)
         VALUES (?, 0, 0, 0, 'user', 0, 'user', 'Aino', 'Salo', '', '', '', '[]', '[]', ?, '', '', '', '', '')`,
      ).run(own, at)
      db.prepare<(string | Buffer | null)[]>(
        `INSERT INTO outbox (op_id, record_id, method, wish, seen_version, item, hash, state, attempts,
           accepted_at) VALUES (?, ?, 'create', ?, 0, ?, ?, 0, 1, ?)`,
      ).run(own, own, JSON.stringify(fields), item, item === null ? null : hash, at)
      db.prepare<string[]>(
        `INSERT INTO outbox_key (key, seq) SELECT ?, seq FROM outbox WHERE op_id = ?`,
      ).run(`e:${own}`, own)
    }
  })
  db.close()
  return file
}

describe('a desk of version 100', () => {
  it('sends what waited as it would have, and writes its log from then on', () => {
    const desk = openDeskStore({ path: fileOfVersion100() })
    if (!desk.ok) throw new Error(desk.code)
    const { log, outbox, people } = desk.value
    log.setKeeping('shown')
    const bodies = outbox.claim({ items: 9, bytes: 9999, skip: new Set() }).map(({ body }) => body)
    expect(bodies[0]).toBe(frozen)
    expect(JSON.parse(bodies[1] ?? '{}')).toEqual({
      opId: id(2),
      method: 'create',
      recordId: id(2),
      fields: fieldsAsSent(fields),
    })
    expect(log.all(wholeLog)).toEqual([])
    people.acceptCreate({ opId: id(3), fields: person({ cardId: '1C78F2BF' }), at })
    expect(log.all(wholeLog)).toMatchObject([{ opId: id(3), card: '••••F2BF', here: true }])
    desk.value.close()
  })
})
