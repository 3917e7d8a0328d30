import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who was erased, by id alone, so that every desk can forget them; and names in the desk log may go. */
export function erasure(strictTables: boolean): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('account')
        .addColumn('erasure_seq', 'integer', (column) => column.notNull().defaultTo(0))
        .execute()
      const table = db.schema
        .createTable('erasure')
        .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('subject_id', 'text', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('erasure_key', ['account_id', 'seq'])
      await (strictTables ? table.modifyEnd(sql`strict`) : table).execute()
      const index = (name: string) => db.schema.createIndex(name).on('desk_log')
      await index('desk_log_record').columns(['account_id', 'record_id']).execute()
      await index('desk_log_who').columns(['account_id', 'who_id']).execute()
      for (const statement of strictTables ? sqliteGuards : postgresGuards) {
        await sql.raw(statement).execute(db)
      }
    },
  }
}

const kept =
  `account_id seq op_id nth at logged_at who_id desk_id desk reader what record_id region_id card
  instead refusal`.split(/\s+/)
const names = ['who', 'person', 'from_person']

/** Everything as it was, and each name as it was or empty. `same`: how the database compares NULLs. */
const onlyErased = (same: string) =>
  [
    ...kept.map((column) => `new.${column} ${same} old.${column}`),
    ...names.map((column) => `(new.${column} = '' or new.${column} ${same} old.${column})`),
  ].join(' and ')

const sqliteGuards = [
  'drop trigger desk_log_no_update',
  `create trigger desk_log_no_update before update on desk_log when not (${onlyErased('is')})
    begin select raise(abort, 'the desk log is only added to'); end`,
]

const postgresGuards = [
  'drop trigger desk_log_no_change on desk_log',
  `create trigger desk_log_no_delete before delete on desk_log
    for each row execute function desk_log_is_kept()`,
  `create trigger desk_log_no_update before update on desk_log
    for each row when (not (${onlyErased('is not distinct from')}))
    execute function desk_log_is_kept()`,
]
