import type { Migration } from '../migrate.ts'

/**
 * Work that one person of this computer leaves to another of the same account. A line stays until the one
 * who left it has read what became of it: so their own database can always be brought in step with it.
 */
export const handedOver: Migration = {
  version: 30,
  sql: `
CREATE TABLE handed_over (
  op_id TEXT NOT NULL PRIMARY KEY,
  cloud_id TEXT NOT NULL,
  account_id TEXT NOT NULL,
  from_id TEXT NOT NULL,
  from_name TEXT NOT NULL,
  record_id TEXT NOT NULL,
  name TEXT NOT NULL,
  method TEXT NOT NULL,
  -- As in the outbox; NULL once somebody has decided.
  wish TEXT,
  at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'dropped')),
  by_name TEXT,
  -- Who is about to take it over, and the key under which they do: noted before, so that it is done once.
  taker_id TEXT,
  new_op_id TEXT,
  CHECK ((state = 'waiting') = (wish IS NOT NULL)),
  CHECK ((taker_id IS NULL) = (new_op_id IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX handed_over_account ON handed_over (cloud_id, account_id, at);
`,
}
