import type { Migration } from '../migrate.ts'

/**
 * What happened to which card. Lines of operations that wait in the outbox go with them: whatever is taken
 * back before it has left this computer leaves none. No line can hold a whole number.
 */
export const deskLog: Migration = {
  version: 110,
  sql: `
CREATE TABLE log_line (
  op_id TEXT NOT NULL,
  nth INTEGER NOT NULL,
  -- Until the cloud has decided.
  outbox_seq INTEGER REFERENCES outbox (seq) ON DELETE CASCADE,
  -- 0: only here; 1: the cloud has answered its operation; 2: as the cloud tells it.
  told INTEGER NOT NULL CHECK (told IN (0, 1, 2)),
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  desk_id TEXT,
  desk TEXT NOT NULL,
  reader TEXT,
  what TEXT NOT NULL,
  person TEXT NOT NULL,
  from_person TEXT,
  card TEXT NOT NULL CHECK (card LIKE '••••____' AND length(card) = 8),
  card_instead TEXT CHECK (card_instead LIKE '••••____' AND length(card_instead) = 8),
  refusal TEXT,
  search_text TEXT NOT NULL,
  PRIMARY KEY (op_id, nth)
) STRICT, WITHOUT ROWID;
CREATE INDEX log_line_newest ON log_line (at, op_id, nth);
CREATE INDEX log_line_untold ON log_line (op_id) WHERE told = 1 AND outbox_seq IS NULL;
CREATE INDEX log_line_waiting ON log_line (outbox_seq) WHERE outbox_seq IS NOT NULL;
`,
}
