import type { Migration } from '../migrate.ts'

/**
 * Of which region somebody is, and which regions there are. The cloud tells everybody who is of one once more;
 * the directory that was pulled before counts as outdated and serves until it is pulled again.
 */
export const regions: Migration = {
  version: 160,
  sql: `
ALTER TABLE record ADD COLUMN region_id TEXT;

CREATE TABLE directory_160 (
  kind TEXT NOT NULL PRIMARY KEY
    CHECK (kind IN ('groups', 'resources', 'resourceGroups', 'schedules', 'regions', 'cardProfile')),
  entries TEXT NOT NULL CHECK (json_valid(entries))
) STRICT, WITHOUT ROWID;
INSERT INTO directory_160 SELECT kind, entries FROM directory;
DROP TABLE directory;
ALTER TABLE directory_160 RENAME TO directory;
UPDATE setting SET value = '0' WHERE name = 'directory-version';
`,
}
