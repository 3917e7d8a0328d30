import type { Migration } from 'kysely/migration'
import { peopleRecordsLedger } from './0001-people-records-ledger.ts'

/** In order of their names. `strictTables`: SQLite; other databases are strict by themselves. */
export function allMigrations(strictTables: boolean): Record<string, Migration> {
  return {
    '0001-people-records-ledger': peopleRecordsLedger(strictTables),
  }
}
