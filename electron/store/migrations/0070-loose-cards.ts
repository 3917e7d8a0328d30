import type { Migration } from '../migrate.ts'

/**
 * Cards that nobody has. Who has one meanwhile is read from the records alone, so that a card is back in
 * the list when what gave it away is undone, discarded or refused.
 */
export const looseCards: Migration = {
  version: 70,
  sql: `
CREATE TABLE scan (
  id TEXT NOT NULL PRIMARY KEY,
  prefix TEXT NOT NULL,
  digits INTEGER NOT NULL CHECK (digits BETWEEN 1 AND 20),
  -- The number of the next label; longer than an INTEGER may be.
  next TEXT NOT NULL,
  started_at TEXT NOT NULL,
  ended_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX scan_newest ON scan (started_at, id);
CREATE UNIQUE INDEX scan_running ON scan (ended_at IS NULL) WHERE ended_at IS NULL;

CREATE TABLE loose_card (
  uid TEXT NOT NULL PRIMARY KEY,
  label TEXT,
  scan_id TEXT REFERENCES scan (id),
  -- In the order of the labels of one scan.
  place INTEGER,
  -- The number in the label.
  number TEXT,
  reader TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  taps INTEGER NOT NULL CHECK (taps > 0),
  -- It was met where it belonged to nobody; so it stays in the list when its label is taken back.
  met INTEGER NOT NULL CHECK (met IN (0, 1)),
  CHECK ((label IS NULL) = (scan_id IS NULL)),
  CHECK ((label IS NULL) = (place IS NULL)),
  CHECK ((label IS NULL) = (number IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX loose_card_place ON loose_card (scan_id, place) WHERE scan_id IS NOT NULL;
CREATE UNIQUE INDEX loose_card_label ON loose_card (label) WHERE label IS NOT NULL;
CREATE INDEX loose_card_seen ON loose_card (last_seen_at, uid);
`,
}
