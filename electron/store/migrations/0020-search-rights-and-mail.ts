import type { Migration } from '../migrate.ts'

/**
 * Records get a row number that outlives a VACUUM, for the full-text index beside them; rights, the fate
 * of the invitation's mail and whether the person has registered become columns. The outbox takes grants
 * and resends. Search texts and columns that SQL cannot compute are filled when the file is opened.
 */
export const searchRightsAndMail: Migration = {
  version: 20,
  sql: `
CREATE TABLE record_20 (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  base TEXT,
  base_version INTEGER NOT NULL,
  base_deleted INTEGER NOT NULL CHECK (base_deleted IN (0, 1)),
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  kind TEXT NOT NULL CHECK (kind IN ('invitation', 'user')),
  registered INTEGER NOT NULL CHECK (registered IN (0, 1)),
  email TEXT,
  role TEXT NOT NULL CHECK (role IN ('user', 'account-admin', 'regional-admin', 'installer')),
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  organization TEXT NOT NULL,
  additional_information TEXT NOT NULL,
  card TEXT,
  surface_id TEXT NOT NULL,
  group_ids TEXT NOT NULL CHECK (json_valid(group_ids)),
  rights TEXT NOT NULL CHECK (json_valid(rights)),
  invite_sent_ms INTEGER,
  mail_state TEXT CHECK (mail_state IN ('queued', 'sent', 'refused')),
  mail_reason TEXT,
  mail_opened_at TEXT,
  mail_expires_at TEXT,
  created_at TEXT NOT NULL,
  name_key TEXT NOT NULL,
  email_key TEXT NOT NULL,
  -- What a search looks through, folded.
  search_text TEXT NOT NULL,
  -- The place in the outbox of the create that was made on this computer.
  made_here INTEGER,
  -- Not sent yet counts as later than any time.
  sent_key INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(invite_sent_ms, 9007199254740991)) VIRTUAL,
  CHECK ((mail_state IS NULL) = (mail_expires_at IS NULL))
) STRICT;

INSERT INTO record_20 (id, base, base_version, base_deleted, deleted, kind, registered, email, role,
  first_name, last_name, organization, additional_information, card, surface_id, group_ids, rights,
  invite_sent_ms, created_at, name_key, email_key, search_text, made_here)
SELECT id, base, base_version, base_deleted, deleted, kind, 0, email, role, first_name, last_name,
  organization, additional_information, card, surface_id, group_names, '[]', invite_sent_ms,
  created_at, name_key, email_key, '', made_here
FROM record ORDER BY id;
INSERT INTO setting (name, value) SELECT 'columns-of', '10' WHERE EXISTS (SELECT 1 FROM record);

CREATE TABLE outbox_20 (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  op_id TEXT NOT NULL UNIQUE,
  record_id TEXT NOT NULL REFERENCES record_20 (id) DEFERRABLE INITIALLY DEFERRED,
  method TEXT NOT NULL CHECK (method IN ('create', 'update', 'delete', 'grant', 'resend')),
  wish TEXT NOT NULL,
  -- The cloud's state that the wish was made against.
  seen TEXT,
  seen_version INTEGER NOT NULL,
  -- Frozen at the first claim.
  item TEXT,
  hash BLOB,
  state INTEGER NOT NULL CHECK (state IN (0, 1, 3)),
  attempts INTEGER NOT NULL,
  problem TEXT,
  -- It was sent before a snapshot in which its record is missing.
  overtaken INTEGER NOT NULL DEFAULT 0 CHECK (overtaken IN (0, 1)),
  accepted_at TEXT NOT NULL,
  CHECK ((item IS NULL) = (hash IS NULL)),
  CHECK (state <> 1 OR item IS NOT NULL),
  CHECK ((state = 3) = (problem IS NOT NULL))
) STRICT;
INSERT INTO outbox_20 SELECT seq, op_id, record_id, method, wish, seen, seen_version, item, hash, state,
  attempts, problem, overtaken, accepted_at FROM outbox;
-- A place in the queue is never given twice.
DELETE FROM sqlite_sequence WHERE name = 'outbox_20';
INSERT INTO sqlite_sequence (name, seq) SELECT 'outbox_20', seq FROM sqlite_sequence WHERE name = 'outbox';

CREATE TABLE outbox_key_20 (
  key TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES outbox_20 (seq) ON DELETE CASCADE,
  PRIMARY KEY (key, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO outbox_key_20 SELECT key, seq FROM outbox_key;

DROP TABLE outbox_key;
DROP TABLE outbox;
DROP TABLE record;
ALTER TABLE record_20 RENAME TO record;
ALTER TABLE outbox_20 RENAME TO outbox;
ALTER TABLE outbox_key_20 RENAME TO outbox_key;

CREATE INDEX record_by_name ON record (kind, name_key, id) WHERE deleted = 0;
CREATE INDEX record_by_email ON record (kind, email_key, id) WHERE deleted = 0;
CREATE INDEX record_by_sent ON record (kind, sent_key, id) WHERE deleted = 0;
CREATE INDEX record_by_card ON record (card) WHERE card IS NOT NULL AND deleted = 0;
CREATE INDEX record_made_here ON record (made_here) WHERE made_here IS NOT NULL AND deleted = 0;
CREATE INDEX record_in_cloud ON record (id, base_version) WHERE base_version > 0 AND base_deleted = 0;

CREATE INDEX outbox_ready ON outbox (seq) WHERE state = 0;
CREATE INDEX outbox_inflight ON outbox (seq) WHERE state = 1;
CREATE INDEX outbox_parked ON outbox (seq) WHERE state = 3;
CREATE INDEX outbox_record ON outbox (record_id, seq, state);
CREATE INDEX outbox_deleting ON outbox (seq) WHERE method = 'delete' AND state = 0;
CREATE INDEX outbox_key_seq ON outbox_key (seq, key);

-- Trigrams of texts that are folded already; one index per list, so that it alone can count matches.
${['invitation', 'user'].map(searchOf).join('')}
DELETE FROM tally WHERE name = 'pending';
INSERT INTO tally (name, n) SELECT column1, (SELECT count(*) FROM record WHERE deleted = 0 AND kind = column1)
  FROM (VALUES ('invitation'), ('user'));
CREATE TRIGGER record_counted AFTER INSERT ON record WHEN NEW.deleted = 0 BEGIN
  UPDATE tally SET n = n + 1 WHERE name = NEW.kind;
END;
CREATE TRIGGER record_uncounted AFTER DELETE ON record WHEN OLD.deleted = 0 BEGIN
  UPDATE tally SET n = n - 1 WHERE name = OLD.kind;
END;
CREATE TRIGGER record_recounted AFTER UPDATE OF deleted, kind ON record
WHEN OLD.deleted <> NEW.deleted OR OLD.kind <> NEW.kind BEGIN
  UPDATE tally SET n = n - 1 WHERE name = OLD.kind AND OLD.deleted = 0;
  UPDATE tally SET n = n + 1 WHERE name = NEW.kind AND NEW.deleted = 0;
END;
CREATE TRIGGER outbox_counted AFTER INSERT ON outbox BEGIN
  UPDATE tally SET n = n + 1 WHERE name = 'outbox-' || NEW.state;
END;
CREATE TRIGGER outbox_uncounted AFTER DELETE ON outbox BEGIN
  UPDATE tally SET n = n - 1 WHERE name = 'outbox-' || OLD.state;
END;
CREATE TRIGGER outbox_recounted AFTER UPDATE OF state ON outbox WHEN OLD.state <> NEW.state BEGIN
  UPDATE tally SET n = n - 1 WHERE name = 'outbox-' || OLD.state;
  UPDATE tally SET n = n + 1 WHERE name = 'outbox-' || NEW.state;
END;

-- How many people are members of each, so that suggestions need no look at every record.
CREATE TABLE organization (
  name TEXT NOT NULL PRIMARY KEY,
  n INTEGER NOT NULL CHECK (n > 0)
) STRICT, WITHOUT ROWID;
INSERT INTO organization (name, n) SELECT organization, count(*) FROM record
  WHERE deleted = 0 AND organization <> '' GROUP BY organization;
CREATE INDEX organization_by_use ON organization (n DESC, name);
CREATE TRIGGER organization_joined AFTER INSERT ON record
WHEN NEW.deleted = 0 AND NEW.organization <> '' BEGIN
  INSERT INTO organization (name, n) VALUES (NEW.organization, 1) ON CONFLICT (name) DO UPDATE SET n = n + 1;
END;
CREATE TRIGGER organization_left AFTER DELETE ON record
WHEN OLD.deleted = 0 AND OLD.organization <> '' BEGIN
  DELETE FROM organization WHERE name = OLD.organization AND n = 1;
  UPDATE organization SET n = n - 1 WHERE name = OLD.organization;
END;
CREATE TRIGGER organization_changed AFTER UPDATE OF deleted, organization ON record
WHEN OLD.deleted <> NEW.deleted OR OLD.organization <> NEW.organization BEGIN
  INSERT INTO organization (name, n) SELECT NEW.organization, 1
    WHERE NEW.deleted = 0 AND NEW.organization <> '' ON CONFLICT (name) DO UPDATE SET n = n + 1;
  DELETE FROM organization WHERE OLD.deleted = 0 AND name = OLD.organization AND n = 1;
  UPDATE organization SET n = n - 1 WHERE OLD.deleted = 0 AND name = OLD.organization;
END;

CREATE TABLE notice (
  seq INTEGER PRIMARY KEY,
  op_id TEXT NOT NULL UNIQUE,
  record_id TEXT NOT NULL,
  name TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('update', 'delete', 'resend')),
  reason TEXT NOT NULL CHECK (reason IN ('registered', 'gone')),
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT;

CREATE TABLE directory (
  kind TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('groups', 'resources', 'resourceGroups', 'schedules')),
  entries TEXT NOT NULL CHECK (json_valid(entries))
) STRICT, WITHOUT ROWID;
`,
}

function searchOf(kind: string): string {
  const isListed = (row: string) => `${row}.deleted = 0 AND ${row}.kind = '${kind}'`
  const add = `INSERT INTO ${kind}_search (rowid, search_text)
    SELECT NEW.row, NEW.search_text WHERE ${isListed('NEW')};`
  const remove = `INSERT INTO ${kind}_search (${kind}_search, rowid, search_text)
    SELECT 'delete', OLD.row, OLD.search_text WHERE ${isListed('OLD')};`
  return `
CREATE VIEW ${kind}_text AS SELECT row, search_text FROM record WHERE ${isListed('record')};
CREATE VIRTUAL TABLE ${kind}_search USING fts5 (
  search_text, content = '${kind}_text', content_rowid = 'row', tokenize = 'trigram case_sensitive 1'
);
INSERT INTO ${kind}_search (${kind}_search) VALUES ('rebuild');
CREATE TRIGGER ${kind}_found AFTER INSERT ON record WHEN ${isListed('NEW')} BEGIN ${add} END;
CREATE TRIGGER ${kind}_lost AFTER DELETE ON record WHEN ${isListed('OLD')} BEGIN ${remove} END;
CREATE TRIGGER ${kind}_found_anew AFTER UPDATE OF search_text, deleted, kind ON record
WHEN OLD.search_text <> NEW.search_text OR (${isListed('OLD')}) <> (${isListed('NEW')}) BEGIN
  ${remove}
  ${add}
END;
`
}
