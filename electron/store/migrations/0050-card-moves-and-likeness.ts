import type { Migration } from '../migrate.ts'

/**
 * The outbox takes card moves, which concern two records: the one that loses the card is found as quickly
 * as the other. A card is also found by its number turned around, since readers disagree about the order
 * of bytes and some pass on only a part of them.
 */
export const cardMovesAndLikeness: Migration = {
  version: 50,
  sql: `
CREATE TABLE outbox_50 (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  op_id TEXT NOT NULL UNIQUE,
  record_id TEXT NOT NULL REFERENCES record (id) DEFERRABLE INITIALLY DEFERRED,
  method TEXT NOT NULL
    CHECK (method IN ('create', 'update', 'delete', 'grant', 'resend', 'move-card')),
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
INSERT INTO outbox_50 (seq, op_id, record_id, method, wish, seen, seen_version, item, hash, state,
  attempts, problem, overtaken, accepted_at)
SELECT seq, op_id, record_id, method, wish, seen, seen_version, item, hash, state,
  attempts, problem, overtaken, accepted_at FROM outbox;
-- A place in the queue is never given twice.
DELETE FROM sqlite_sequence WHERE name = 'outbox_50';
INSERT INTO sqlite_sequence (name, seq) SELECT 'outbox_50', seq FROM sqlite_sequence WHERE name = 'outbox';

CREATE TABLE outbox_key_50 (
  key TEXT NOT NULL,
  seq INTEGER NOT NULL REFERENCES outbox_50 (seq) ON DELETE CASCADE,
  PRIMARY KEY (key, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO outbox_key_50 SELECT key, seq FROM outbox_key;

DROP TABLE outbox_key;
DROP TABLE outbox;
ALTER TABLE outbox_50 RENAME TO outbox;
ALTER TABLE outbox_key_50 RENAME TO outbox_key;

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

-- Hexadecimal, so a byte is two characters; beyond the end there is nothing.
ALTER TABLE record ADD COLUMN card_turned TEXT GENERATED ALWAYS AS (
  ${[19, 17, 15, 13, 11, 9, 7, 5, 3, 1].map((at) => `substr(card, ${at}, 2)`).join(' || ')}
) VIRTUAL;
CREATE INDEX record_by_turned_card ON record (card_turned) WHERE card_turned IS NOT NULL AND deleted = 0;
`,
}
