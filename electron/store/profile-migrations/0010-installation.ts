import type { Migration } from '../migrate.ts'

/**
 * What this computer remembers beside the desks' own databases: who is signed in, how the sign-in form
 * was filled last, and which desk databases there are.
 */
export const installation: Migration = {
  version: 10,
  sql: `
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE desk (
  file TEXT NOT NULL PRIMARY KEY,
  identity TEXT NOT NULL,
  -- How many operations the cloud had not confirmed when the desk was left.
  unsent INTEGER NOT NULL CHECK (unsent >= 0)
) STRICT, WITHOUT ROWID;
`,
}
