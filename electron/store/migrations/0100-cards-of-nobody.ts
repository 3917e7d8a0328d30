import type { Migration } from '../migrate.ts'

/** What a card of nobody is, as far as its reader told; and the order in which such cards are forgotten. */
export const cardsOfNobody: Migration = {
  version: 100,
  sql: `
ALTER TABLE loose_card ADD COLUMN atr TEXT NOT NULL DEFAULT '';
ALTER TABLE loose_card ADD COLUMN read_by TEXT NOT NULL DEFAULT 'reader'
  CHECK (read_by IN ('reader', 'keyboard', 'keyboard-part', 'typed'));
CREATE INDEX loose_card_unlabelled ON loose_card (last_seen_at, uid) WHERE label IS NULL;
`,
}
