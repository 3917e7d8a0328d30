import type { Migration } from '../../electron/store/migrate.ts'
import { deskMigrations } from '../../electron/store/migrations/index.ts'

/** The desk's own migrations, and one more for each life: it moves data to and fro, and changes nothing. */
export function reshaped(lives: number): readonly Migration[] {
  const newest = Math.max(...deskMigrations.map(({ version }) => version))
  const more = Array.from({ length: lives }, (_, n) => ({ version: newest + 1 + n, sql }))
  return [...deskMigrations, ...more]
}

const sql = `
CREATE TABLE op_log_moved AS SELECT * FROM op_log;
DELETE FROM op_log;
INSERT INTO op_log SELECT * FROM op_log_moved;
DROP TABLE op_log_moved;
`
