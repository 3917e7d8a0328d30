import type { Migration } from '../migrate.ts'

/**
 * The directory also says how cards are read. What was pulled before knows nothing of it, so it counts as
 * outdated and serves until it is pulled again. Labels are found by their beginning, those of deleted
 * people too: a number that was given once is not given again.
 */
export const cardProfileAndLabels: Migration = {
  version: 40,
  sql: `
CREATE TABLE directory_40 (
  kind TEXT NOT NULL PRIMARY KEY
    CHECK (kind IN ('groups', 'resources', 'resourceGroups', 'schedules', 'cardProfile')),
  entries TEXT NOT NULL CHECK (json_valid(entries))
) STRICT, WITHOUT ROWID;
INSERT INTO directory_40 SELECT kind, entries FROM directory;
DROP TABLE directory;
ALTER TABLE directory_40 RENAME TO directory;
UPDATE setting SET value = '0' WHERE name = 'directory-version';

CREATE INDEX record_by_surface ON record (surface_id) WHERE surface_id <> '';
`,
}
