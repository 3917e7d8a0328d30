import type { Migration } from '../migrate.ts'

/**
 * record: what the cloud said last (`base…`) and, in typed columns, the record as this desk wants it.
 * outbox: wishes in the person's order; state 0 ready, 1 in flight, 3 parked.
 * op_log: every accepted op id that is no longer in the outbox, with what became of it, for ever.
 */
export const recordsAndOutbox: Migration = {
  version: 10,
  sql: `
CREATE TABLE record (
  id TEXT NOT NULL PRIMARY KEY,
  base TEXT,
  base_version INTEGER NOT NULL,
  base_deleted INTEGER NOT NULL CHECK (base_deleted IN (0, 1)),
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  kind TEXT NOT NULL CHECK (kind IN ('invitation', 'user')),
  email TEXT,
  role TEXT NOT NULL CHECK (role IN ('user', 'account-admin', 'regional-admin', 'installer')),
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  organization TEXT NOT NULL,
  additional_information TEXT NOT NULL,
  card TEXT,
  surface_id TEXT NOT NULL,
  group_names TEXT NOT NULL CHECK (json_valid(group_names)),
  invite_sent_ms INTEGER,
  created_at TEXT NOT NULL,
  name_key TEXT NOT NULL,
  email_key TEXT NOT NULL,
  -- The place in the outbox of the create that was made on this computer.
  made_here INTEGER,
  -- Not sent yet counts as later than any time.
  sent_key INTEGER NOT NULL GENERATED ALWAYS AS (coalesce(invite_sent_ms, 9007199254740991)) VIRTUAL
) STRICT;

CREATE INDEX record_by_name ON record (name_key, id) WHERE deleted = 0 AND kind = 'invitation';
CREATE INDEX record_by_email ON record (email_key, id) WHERE deleted = 0 AND kind = 'invitation';
CREATE INDEX record_by_sent ON record (sent_key, id) WHERE deleted = 0 AND kind = 'invitation';
CREATE INDEX record_made_here ON record (made_here) WHERE made_here IS NOT NULL AND deleted = 0;
CREATE INDEX record_in_cloud ON record (id, base_version) WHERE base_version > 0 AND base_deleted = 0;

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  op_id TEXT NOT NULL UNIQUE,
  record_id TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  method TEXT NOT NULL CHECK (method IN ('create', 'update', 'delete')),
  wish TEXT NOT NULL,
  -- The cloud's state that an update was made against.
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

CREATE INDEX outbox_ready ON outbox (seq) WHERE state = 0;
CREATE INDEX outbox_inflight ON outbox (seq) WHERE state = 1;
CREATE INDEX outbox_parked ON outbox (seq) WHERE state = 3;
CREATE INDEX outbox_record ON outbox (record_id, seq, state);

CREATE TABLE outbox_key (
  key TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES outbox (seq) ON DELETE CASCADE,
  PRIMARY KEY (key, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX outbox_key_seq ON outbox_key (seq, key);

CREATE TABLE op_log (
  op_id TEXT NOT NULL PRIMARY KEY,
  seq INTEGER,
  record_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('applied', 'superseded', 'merged', 'cancelled', 'discarded')),
  by_op TEXT,
  version INTEGER,
  reason TEXT,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE snapshot_record (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  deleted INTEGER NOT NULL CHECK (deleted IN (0, 1)),
  state TEXT
) STRICT, WITHOUT ROWID;

-- Counts that are asked for at every change, so that a million rows need not be counted.
CREATE TABLE tally (
  name TEXT NOT NULL PRIMARY KEY,
  n INTEGER NOT NULL CHECK (n >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO tally (name, n) VALUES ('pending', 0), ('outbox-0', 0), ('outbox-1', 0), ('outbox-3', 0);

CREATE TRIGGER record_counted AFTER INSERT ON record
WHEN NEW.deleted = 0 AND NEW.kind = 'invitation' BEGIN
  UPDATE tally SET n = n + 1 WHERE name = 'pending';
END;
CREATE TRIGGER record_uncounted AFTER DELETE ON record
WHEN OLD.deleted = 0 AND OLD.kind = 'invitation' BEGIN
  UPDATE tally SET n = n - 1 WHERE name = 'pending';
END;
CREATE TRIGGER record_recounted AFTER UPDATE OF deleted, kind ON record
WHEN (OLD.deleted = 0 AND OLD.kind = 'invitation') <> (NEW.deleted = 0 AND NEW.kind = 'invitation') BEGIN
  UPDATE tally SET n = n + iif(NEW.deleted = 0 AND NEW.kind = 'invitation', 1, -1) WHERE name = 'pending';
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
`,
}
