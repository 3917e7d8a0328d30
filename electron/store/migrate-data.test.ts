import { describe, expect, it } from 'vitest'
import type { PendingSort } from '../../core/pending-page.ts'
import { type SortLanguage, sortKey, sortLanguage } from '../../core/sort-key.ts'
import { at, id, person, stateOf } from '../../tests/support/desk-people.ts'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import path from 'node:path'
import type { DeskStore } from './desk-store.ts'
import { deskMigrations } from './migrations/index.ts'
import { openDatabase } from './open-database.ts'
import { openDeskStore } from './open-desk-store.ts'

const columns = `id, base, base_version, base_deleted, deleted, kind, email, role, first_name, last_name,
  organization, additional_information, card, surface_id, group_names, created_at, name_key, email_key`

/** As version 10 left it: one record from the cloud, and one created here after others that are done. */
function fileOfVersion10(): string {
  const file = path.join(temporaryFolder(), 'desk.db')
  const migrations = deskMigrations.filter(({ version }) => version === 10)
  const opened = openDatabase({ path: file, key: null, migrations })
  if (!opened.ok) throw new Error(opened.code)
  const db = opened.value
  const known = person({ firstName: 'Örjan', organization: 'Harbour', cardId: '1C78F2BF' })
  const state = { ...stateOf(known), groups: [id(50)] }
  db.write(() => {
    db.prepare<(string | null)[]>(
      `INSERT INTO record (${columns}) VALUES (?, ?, 1, 0, 0, 'invitation', 'aino.salo@example.com', 'user',
         'Örjan', 'Salo', 'Harbour', '', '1C78F2BF', '', '[]', ?, '}rjan salo', 'aino.salo@example.com')`,
    ).run(id(1), JSON.stringify(state), at)
    db.prepare<(string | null)[]>(
      `INSERT INTO record (${columns}) VALUES (?, NULL, 0, 0, 0, 'user', NULL, 'user', 'Eero', 'Salo', '', '',
         NULL, '', '[]', ?, 'eero salo', '')`,
    ).run(id(2), at)
    const wish = JSON.stringify(person({ firstName: 'Eero', email: null }))
    for (const opId of [id(2), id(3)]) {
      db.prepare<string[]>(
        `INSERT INTO outbox (op_id, record_id, method, wish, seen_version, state, attempts, accepted_at)
         VALUES (?, '${id(2)}', 'create', ?, 0, 0, 0, ?)`,
      ).run(opId, wish, at)
    }
    db.prepare<string[]>("INSERT INTO outbox_key VALUES (?, 1), ('e:gone', 2)").run(`e:${id(2)}`)
    db.prepare('DELETE FROM outbox WHERE seq = 2').run()
  })
  db.close()
  return file
}

describe('a desk of version 10', () => {
  it('keeps its people and its queue, and can be searched at once', () => {
    const desk = openDeskStore({ path: fileOfVersion10() })
    if (!desk.ok) throw new Error(desk.code)
    const { people, outbox } = desk.value
    const query = {
      sort: 'name',
      descending: false,
      limit: 10,
      direction: 'forward',
      at: null,
    } as const
    for (const search of ['orjan', 'harbour', '477688511']) {
      expect(people.pendingPage({ ...query, search })).toMatchObject({
        total: 1,
        rows: [{ id: id(1), firstName: 'Örjan', groups: [id(50)] }],
      })
    }
    expect(people.usersPage(query)).toMatchObject({ total: 1, rows: [{ id: id(2) }] })
    expect(people.organizations('')).toEqual(['Harbour'])
    expect(outbox.counts()).toEqual({ ready: 1, inflight: 0, parked: 0 })
    expect(outbox.claim({ items: 9, bytes: 9999, skip: new Set() })).toMatchObject([
      { opId: id(2) },
    ])
    desk.value.close()
  })

  it('never gives a place in the queue twice', () => {
    const file = fileOfVersion10()
    const desk = openDeskStore({ path: file })
    if (!desk.ok) throw new Error(desk.code)
    desk.value.people.acceptCreate({ opId: id(9), fields: person(), at })
    desk.value.close()
    const opened = openDatabase({ path: file, key: null, migrations: deskMigrations })
    if (!opened.ok) throw new Error(opened.code)
    const seqs = opened.value
      .prepare<[], { seq: number }>('SELECT seq FROM outbox ORDER BY seq')
      .all()
    expect(seqs.map(({ seq }) => seq)).toEqual([1, 3])
    opened.value.close()
  })
})

/** As version 20 left it, in the order that a person's language had then. */
function fileOfVersion20(language: SortLanguage): string {
  const file = path.join(temporaryFolder(), 'desk.db')
  const migrations = deskMigrations.filter(({ version }) => version <= 20)
  const opened = openDatabase({ path: file, key: null, migrations })
  if (!opened.ok) throw new Error(opened.code)
  const db = opened.value
  const insert = db.prepare<(string | null)[]>(
    `INSERT INTO record (id, base, base_version, base_deleted, deleted, kind, registered, email, role,
       first_name, last_name, organization, additional_information, card, surface_id, group_ids, rights,
       created_at, name_key, email_key, search_text)
     VALUES (?, ?, 1, 0, 0, 'invitation', 0, ?, 'user', ?, 'Salo', '', '', NULL, '', '[]', '[]', ?, ?, ?, ?)`,
  )
  db.write(() => {
    for (const [n, firstName] of ['Åke', 'Zoe', 'Bo Örjan'].entries()) {
      const email = `${firstName.replace(' ', '')}@example.com`
      const base = JSON.stringify(stateOf(person({ firstName, email })))
      const keys = [sortKey(`${firstName} Salo`, language), sortKey(email, language)]
      const text = `${sortKey(`${firstName} Salo`, 'other')}\n${sortKey(email, 'other')}\n`
      insert.run(id(n), base, email, firstName, at, ...keys, text)
    }
    db.prepare<[string]>("INSERT INTO setting VALUES ('sort-language', ?)").run(language)
  })
  db.close()
  return file
}

describe('a desk of version 20', () => {
  const page = {
    sort: 'name',
    descending: false,
    limit: 10,
    direction: 'forward',
    at: null,
  } as const
  const orders = { nordic: ['Bo Örjan', 'Zoe', 'Åke'], other: ['Åke', 'Bo Örjan', 'Zoe'] }

  function names(desk: DeskStore, search = '', sort: PendingSort = 'name') {
    return desk.people.pendingPage({ ...page, sort, search }).rows.map((row) => row.firstName)
  }

  it.each(sortLanguage.options)(
    'is in both orders from then on, first in its %s one',
    (language) => {
      const desk = openDeskStore({ path: fileOfVersion20(language) })
      if (!desk.ok) throw new Error(desk.code)
      expect(names(desk.value)).toEqual(orders[language])
      for (const other of sortLanguage.options) {
        desk.value.people.setLanguage(other)
        expect(names(desk.value)).toEqual(orders[other])
        expect(names(desk.value, '', 'email')).toEqual(orders[other])
      }
      expect(names(desk.value, 'salo ör')).toEqual(['Bo Örjan'])
      expect(names(desk.value, 'salo b')).toEqual(['Bo Örjan'])
      desk.value.close()
    },
  )

  it('is brought to an end at the next start when the first one ended between its two steps', () => {
    const file = fileOfVersion20('other')
    const migrated = openDatabase({ path: file, key: null, migrations: deskMigrations })
    if (!migrated.ok) throw new Error(migrated.code)
    migrated.value.close()
    const desk = openDeskStore({ path: file })
    if (!desk.ok) throw new Error(desk.code)
    expect(names(desk.value)).toEqual(orders.other)
    desk.value.people.setLanguage('nordic')
    expect(names(desk.value)).toEqual(orders.nordic)
    desk.value.close()
  })
})

describe('a desk of version 80', () => {
  it('keeps its loose cards, of which no reader had told the kind', () => {
    const file = path.join(temporaryFolder(), 'desk.db')
    const migrations = deskMigrations.filter(({ version }) => version <= 80)
    const opened = openDatabase({ path: file, key: null, migrations })
    if (!opened.ok) throw new Error(opened.code)
    const db = opened.value
    db.write(() =>
      db
        .prepare<string[]>(
          `INSERT INTO loose_card (uid, reader, first_seen_at, last_seen_at, taps, met)
           VALUES ('1C78F2BF', 'Left', ?, ?, 2, 1)`,
        )
        .run(at, at),
    )
    db.close()
    const desk = openDeskStore({ path: file })
    if (!desk.ok) throw new Error(desk.code)
    const query = { source: null, search: '', limit: 10, direction: 'forward', at: null } as const
    expect(desk.value.loose.page(query).rows).toMatchObject([
      { uid: '1C78F2BF', source: 'unknown', atr: '', readBy: 'reader', taps: 2 },
    ])
    desk.value.close()
  })
})
