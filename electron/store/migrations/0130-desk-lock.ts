import type { Migration } from '../migrate.ts'

/** The PIN of the person whose desk this is, as scrypt made it; without a row there is none. */
export const deskLock: Migration = {
  version: 130,
  sql: `
CREATE TABLE desk_lock (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  -- scrypt's N, so that it can be raised.
  cost INTEGER NOT NULL CHECK (cost > 1),
  -- Wrong ones in a row, each counted before it is looked at.
  failures INTEGER NOT NULL DEFAULT 0,
  idle_minutes INTEGER NOT NULL
) STRICT;
`,
}
