import { describe, expect, it } from 'vitest'
import { createStoreUnderTest } from './desk-store-under-test.ts'
import { auditStore, createAuditMemory } from './store-audit.ts'

/** A store with one claimed creation and one record that the cloud has. */
function auditedStore() {
  const store = createStoreUnderTest()
  const memory = createAuditMemory()
  const known = store.known({ firstName: 'Known' }, 3)
  memory.accepted.add(store.create({ firstName: 'New' }))
  store.claim()
  const audit = () => auditStore(store.db, memory)
  expect(audit()).toEqual([])
  return {
    ...store,
    memory,
    known,
    /** Promises that are broken after somebody has meddled with the database. */
    after(...statements: string[]) {
      for (const sql of ['PRAGMA foreign_keys = OFF', ...statements]) store.db.prepare(sql).run()
      return audit().map((line) => line.slice(0, 3).trim())
    },
  }
}

describe('the audit of a store', () => {
  it('I1: finds a row that is gone without a trace, and a successor that is nowhere', () => {
    expect(auditedStore().after('DELETE FROM outbox')).toContain('I1')
    const dangling = `INSERT INTO op_log (op_id, record_id, outcome, by_op) VALUES ('a', 'b', 'superseded', 'c')`
    expect(auditedStore().after(dangling)).toEqual(['I1'])
  })

  it('I2: finds an operation that is settled and still queued', () => {
    const twice = `INSERT INTO op_log (op_id, record_id, outcome) SELECT op_id, record_id, 'applied' FROM outbox`
    expect(auditedStore().after(twice)).toEqual(['I2'])
  })

  it('I3: finds an operation that nothing keeps in order', () => {
    expect(auditedStore().after('DELETE FROM outbox_key')).toEqual(['I3'])
  })

  it('I6: finds an operation without its record, and counts that are wrong', () => {
    const found = auditedStore().after(`DELETE FROM record WHERE first_name = 'New'`)
    expect(found).toContain('I6')
    expect(auditedStore().after(`UPDATE tally SET n = n + 1`)).toContain('the')
  })

  it('I8: finds other bytes under a key that was sent', () => {
    const other = `UPDATE outbox SET item = replace(item, 'New', 'Old')`
    expect(auditedStore().after(other)).toContain('I8')
    const forgotten = `UPDATE outbox SET item = NULL, hash = NULL, state = 0`
    expect(auditedStore().after(forgotten)).toEqual(['I8'])
  })

  it('I9: finds an edit that nothing sends', () => {
    expect(
      auditedStore().after(`UPDATE record SET first_name = 'Ghost' WHERE base_version = 3`),
    ).toEqual(['I9'])
  })

  it('I10: finds a version that went back', () => {
    expect(
      auditedStore().after('UPDATE record SET base_version = 2 WHERE base_version = 3'),
    ).toEqual(['I10'])
  })
})
