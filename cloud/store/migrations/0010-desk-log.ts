import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who did what with which card, for ever: neither number nor line can be written over. */
export function deskLog(strictTables: boolean): Migration {
  return {
    async up(db: Kysely<unknown>) {
      await db.schema
        .alterTable('account')
        .addColumn('log_seq', 'integer', (column) => column.notNull().defaultTo(0))
        .execute()
      const table = db.schema
        .createTable('desk_log')
        .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('op_id', 'text', (column) => column.notNull())
        .addColumn('nth', 'integer', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('logged_at', 'text', (column) => column.notNull())
        .addColumn('who_id', 'text', (column) => column.notNull())
        .addColumn('who', 'text', (column) => column.notNull())
        .addColumn('desk_id', 'text', (column) => column.notNull())
        .addColumn('desk', 'text', (column) => column.notNull())
        .addColumn('reader', 'text')
        .addColumn('what', 'text', (column) => column.notNull())
        .addColumn('record_id', 'text', (column) => column.notNull())
        .addColumn('region_id', 'text')
        .addColumn('person', 'text', (column) => column.notNull())
        .addColumn('from_person', 'text')
        .addColumn('card', 'text', (column) => column.notNull().check(masked('card')))
        .addColumn('instead', 'text', (column) => column.check(masked('instead')))
        .addColumn('refusal', 'text')
        .addPrimaryKeyConstraint('desk_log_key', ['account_id', 'op_id', 'nth'])
      await (strictTables ? table.modifyEnd(sql`strict`) : table).execute()
      const index = (name: string) => db.schema.createIndex(name).on('desk_log')
      await index('desk_log_seq').unique().columns(['account_id', 'seq']).execute()
      await index('desk_log_region').columns(['account_id', 'region_id', 'seq']).execute()
      for (const statement of strictTables ? sqliteGuards : postgresGuards) {
        await sql.raw(statement).execute(db)
      }
    },
  }
}

const masked = (column: string) =>
  sql<boolean>`${sql.ref(column)} like '••••____' and length(${sql.ref(column)}) = 8`

const sqliteGuards = ['update', 'delete'].map(
  (change) => `create trigger desk_log_no_${change} before ${change} on desk_log
    begin select raise(abort, 'the desk log is only added to'); end`,
)

const postgresGuards = [
  `create function desk_log_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'the desk log is only added to'; end $$`,
  `create trigger desk_log_no_change before update or delete on desk_log
    for each row execute function desk_log_is_kept()`,
]
