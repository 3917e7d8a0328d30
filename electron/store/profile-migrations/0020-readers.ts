import type { Migration } from '../migrate.ts'

/** How each card reader is used at this computer, by the name that PC/SC gives it. */
export const readers: Migration = {
  version: 20,
  sql: `
CREATE TABLE reader (
  reader TEXT NOT NULL PRIMARY KEY,
  -- What the person calls it; NULL: by its own name.
  label TEXT,
  muted INTEGER NOT NULL CHECK (muted IN (0, 1)),
  -- NULL: nobody decided.
  ignored INTEGER CHECK (ignored IN (0, 1)),
  signals INTEGER NOT NULL CHECK (signals IN (0, 1)),
  seen TEXT NOT NULL CHECK (seen IN ('nothing', 'contact', 'contactless'))
) STRICT, WITHOUT ROWID;
`,
}
