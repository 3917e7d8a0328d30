import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { nobody } from '../../core/person.ts'
import { temporaryFolder } from '../../tests/support/cloud.ts'
import { openDesk } from '../../tests/support/desk-database.ts'
import { id } from '../../tests/support/desk-people.ts'
import { createDeskStore } from './open-desk-store.ts'
import { backupPath } from './migrate.ts'

const card = '04E5A5ED0F77AA'
const other = '04E5A5ED0F77BB'
const needles = ['Xanthippe', 'Quillfeather', 'xq@quill.example', card, other]
const at = '2026-11-25T08:00:00.000Z'
const [their, someone] = [id(1), id(2)]

/** A desk where one person has left all the traces that people leave, beside another person. */
function wellKnown() {
  const folder = temporaryFolder('erasures')
  const file = path.join(folder, 'desk.db')
  const desk = openDesk(file)
  const { db, store } = desk
  const fields = {
    ...nobody,
    firstName: 'Xanthippe',
    lastName: 'Quillfeather',
    email: 'xq@quill.example',
    cardId: card,
  }
  store.people.acceptCreate({ opId: their, fields, at })
  store.people.acceptCreate({ opId: someone, fields: { ...nobody, firstName: 'Someone' }, at })
  const cards = JSON.stringify([
    { cardId: other, surfaceId: '', status: 'blocked', reason: 'lost', until: null },
  ])
  db.write(() => {
    const run = (sql: string, ...values: (string | number)[]) =>
      db.prepare<(string | number)[]>(sql).run(...values)
    run('UPDATE record SET other_cards = ? WHERE id = ?', cards, their)
    run(
      `INSERT INTO notice (op_id, record_id, name, method, reason) VALUES (?, ?, ?, ?, ?)`,
      id(11),
      their,
      'Xanthippe',
      'update',
      'gone',
    )
    run("INSERT INTO roster VALUES (?, 'List', 'list', ?, NULL, 0, 1)", id(12), at)
    run(
      `INSERT INTO roster_person (roster_id, position, op_id, record_id, email, first_name, last_name,
         organization, additional_information, state, card, surface_id, surface_before, turn)
       VALUES (?, 0, ?, ?, 'xq@quill.example', 'Xanthippe', 'Quillfeather', '', '', 'assigned', ?, '', '', 1)`,
      id(12),
      id(13),
      their,
      card,
    )
    for (const uid of [card, other]) {
      run(
        `INSERT INTO loose_card (uid, reader, first_seen_at, last_seen_at, taps, met)
         VALUES (?, 'Reader', ?, ?, 1, 1)`,
        uid,
        at,
        at,
      )
    }
    const problem = { code: 'card.taken', holder: { id: their, name: 'Xanthippe Quillfeather' } }
    run(
      'UPDATE outbox SET state = 3, problem = ? WHERE record_id = ?',
      JSON.stringify(problem),
      someone,
    )
  })
  writeFileSync(backupPath(file, 100), 'Xanthippe')
  return { ...desk, folder, file }
}

function fails(error: Error): never {
  throw error
}

/** By reading the files in this process, which lets go of the database's locks: at the end of a test only. */
function filesWith(folder: string) {
  return readdirSync(folder).filter((name) => {
    const bytes = readFileSync(path.join(folder, name))
    return needles.some((needle) => bytes.includes(needle))
  })
}

describe('somebody who is erased', () => {
  it('is in no table, journal or copy of the file any more, and nobody else is touched', () => {
    const { db, store, evidence, folder } = wellKnown()
    store.erasures.take([their, id(99)], 7)
    expect(store.erasures.known()).toBe(7)
    expect(store.people.fields(their)).toBeNull()
    expect(store.people.fields(someone)).toMatchObject({ firstName: 'Someone' })
    expect(store.people.parked()).toHaveLength(1)
    expect(evidence().discarded.get(their)).toEqual({ recordId: their, reason: 'erased' })
    const rows = db.prepare('SELECT * FROM roster_person').all()
    expect(rows).toMatchObject([{ first_name: '', state: 'absent', card: null }])
    expect(db.prepare('SELECT * FROM loose_card').all()).toEqual([])
    expect(filesWith(folder)).toEqual([])
    store.close()
  })

  it('may be erased once more, by a desk that was stopped half-way', () => {
    const { db, store, folder } = wellKnown()
    const interrupted = new Error('stopped')
    const stops = { ...db, rewrite: () => fails(interrupted) }
    expect(() => createDeskStore(stops).erasures.take([their], 1)).toThrow(interrupted)
    expect(store.erasures.known()).toBeNull()
    store.erasures.take([their], 1)
    expect(store.erasures.known()).toBe(1)
    expect(filesWith(folder)).toEqual([])
    store.close()
  })
})
