import type { Migration } from '../migrate.ts'

const add = `INSERT INTO other_card (card, record_id, status)
    SELECT value ->> 'cardId', NEW.id, value ->> 'status' FROM json_each(NEW.other_cards)
    WHERE NEW.deleted = 0;`

/**
 * The outbox takes what happens to the cards of a person: lost, found, replaced, lent, taken back. Cards
 * beside the main one are a column of their own, and a table by which a tapped one finds its person.
 */
export const cardsOfUsers: Migration = {
  version: 80,
  sql: `
CREATE TABLE outbox_80 (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  op_id TEXT NOT NULL UNIQUE,
  record_id TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  method TEXT NOT NULL
    CHECK (method IN ('create', 'update', 'delete', 'grant', 'resend', 'move-card', 'card')),
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
  -- Who loses the card of a move.
  from_record_id TEXT GENERATED ALWAYS AS (
    CASE WHEN method = 'move-card' AND json_valid(wish) THEN wish ->> 'fromRecordId' END
  ) VIRTUAL,
  CHECK ((item IS NULL) = (hash IS NULL)),
  CHECK (state <> 1 OR item IS NOT NULL),
  CHECK ((state = 3) = (problem IS NOT NULL))
) STRICT;
INSERT INTO outbox_80 (seq, op_id, record_id, method, wish, seen, seen_version, item, hash, state,
  attempts, problem, overtaken, accepted_at)
SELECT seq, op_id, record_id, method, wish, seen, seen_version, item, hash, state,
  attempts, problem, overtaken, accepted_at FROM outbox;
-- A place in the queue is never given twice.
DELETE FROM sqlite_sequence WHERE name = 'outbox_80';
INSERT INTO sqlite_sequence (name, seq) SELECT 'outbox_80', seq FROM sqlite_sequence WHERE name = 'outbox';

CREATE TABLE outbox_key_80 (
  key TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES outbox_80 (seq) ON DELETE CASCADE,
  PRIMARY KEY (key, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO outbox_key_80 SELECT key, seq FROM outbox_key;

DROP TABLE outbox_key;
DROP TABLE outbox;
ALTER TABLE outbox_80 RENAME TO outbox;
ALTER TABLE outbox_key_80 RENAME TO outbox_key;

CREATE INDEX outbox_ready ON outbox (seq) WHERE state = 0;
CREATE INDEX outbox_inflight ON outbox (seq) WHERE state = 1;
CREATE INDEX outbox_parked ON outbox (seq) WHERE state = 3;
CREATE INDEX outbox_record ON outbox (record_id, seq, state);
CREATE INDEX outbox_deleting ON outbox (seq) WHERE method = 'delete' AND state = 0;
CREATE INDEX outbox_giving ON outbox (from_record_id, seq, state) WHERE from_record_id IS NOT NULL;
CREATE INDEX outbox_key_seq ON outbox_key (seq, key);

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

-- JSON of core/other-card.
ALTER TABLE record ADD COLUMN other_cards TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(other_cards));
CREATE TABLE other_card (
  card TEXT NOT NULL,
  record_id TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('blocked', 'temporary', 'ended')),
  PRIMARY KEY (card, record_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX other_card_of_record ON other_card (record_id);
CREATE TRIGGER other_cards_came AFTER INSERT ON record WHEN NEW.deleted = 0 AND NEW.other_cards <> '[]' BEGIN
  ${add}
END;
CREATE TRIGGER other_cards_went AFTER DELETE ON record WHEN OLD.other_cards <> '[]' BEGIN
  DELETE FROM other_card WHERE record_id = OLD.id;
END;
CREATE TRIGGER other_cards_changed AFTER UPDATE OF other_cards, deleted ON record
WHEN OLD.other_cards <> NEW.other_cards OR OLD.deleted <> NEW.deleted BEGIN
  DELETE FROM other_card WHERE record_id = OLD.id;
  ${add}
END;
`,
}
