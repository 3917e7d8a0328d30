import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Who did what, for ever, each entry chained to the one before it. The database lets nobody change or remove
 * an entry; all that may go is a sealed text, whose digest stays.
 */
export function audit(strictTables: boolean): Migration {
  return {
    async up(db: Kysely<unknown>) {
      const account = db.schema.alterTable('account')
      await account
        .addColumn('audit_seq', 'integer', (column) => column.notNull().defaultTo(0))
        .execute()
      await account
        .addColumn('audit_hash', 'text', (column) => column.notNull().defaultTo(''))
        .execute()
      const table = db.schema
        .createTable('audit')
        .addColumn('account_id', 'text', (column) => column.notNull().references('account.id'))
        .addColumn('seq', 'integer', (column) => column.notNull())
        .addColumn('at', 'text', (column) => column.notNull())
        .addColumn('what', 'text', (column) => column.notNull())
        .addColumn('who_id', 'text')
        .addColumn('who_digest', 'text')
        .addColumn('who', 'text')
        .addColumn('desk_id', 'text')
        .addColumn('about_id', 'text')
        .addColumn('about_digest', 'text')
        .addColumn('about', 'text')
        .addColumn('fields', 'text', (column) => column.notNull())
        .addColumn('card', 'text', (column) =>
          column.check(sql<boolean>`card like '••••____' and length(card) = 8`),
        )
        .addColumn('hash', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('audit_key', ['account_id', 'seq'])
      await (strictTables ? table.modifyEnd(sql`strict`) : table).execute()
      for (const by of [[], ['who_id'], ['about_id'], ['desk_id'], ['what']]) {
        const index = db.schema.createIndex(['audit', ...by, 'at'].join('_')).on('audit')
        await index.columns(['account_id', ...by, 'at', 'seq']).execute()
      }
      for (const statement of strictTables ? sqliteGuards : postgresGuards) {
        await sql.raw(statement).execute(db)
      }
    },
  }
}

const kept = [
  'account_id',
  'seq',
  'at',
  'what',
  'who_id',
  'who_digest',
  'desk_id',
  'about_id',
  'about_digest',
  'fields',
  'card',
  'hash',
]
const sealed = ['who', 'about']

/** Everything as it was, and each sealed text as it was or gone. `same`: how the database compares NULLs. */
const onlyErased = (same: string) =>
  [
    ...kept.map((column) => `new.${column} ${same} old.${column}`),
    ...sealed.map((column) => `(new.${column} is null or new.${column} ${same} old.${column})`),
  ].join(' and ')

const sqliteGuards = [
  `create trigger audit_no_delete before delete on audit
    begin select raise(abort, 'the audit is only added to'); end`,
  `create trigger audit_no_update before update on audit when not (${onlyErased('is')})
    begin select raise(abort, 'the audit is only added to'); end`,
]

const postgresGuards = [
  `create function audit_is_kept() returns trigger language plpgsql as $$
    begin raise exception 'the audit is only added to'; end $$`,
  `create trigger audit_no_delete before delete on audit
    for each row execute function audit_is_kept()`,
  `create trigger audit_no_truncate before truncate on audit
    for each statement execute function audit_is_kept()`,
  `create trigger audit_no_update before update on audit
    for each row when (not (${onlyErased('is not distinct from')})) execute function audit_is_kept()`,
]
