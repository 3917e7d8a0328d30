import type { Migration } from '../migrate.ts'

/**
 * Lists of people who get their cards one after the other. Whose turn it is stands in the list itself, so
 * that a restart finds everything as it was. `turn` counts assignments: the highest is what Undo takes back.
 */
export const rosters: Migration = {
  version: 60,
  sql: `
CREATE TABLE roster (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('list', 'group')),
  created_at TEXT NOT NULL,
  finished_at TEXT,
  -- NULL: everybody has had their turn.
  current INTEGER,
  -- The list that the window shows, also after a restart.
  running INTEGER NOT NULL CHECK (running IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_newest ON roster (created_at, id);
CREATE UNIQUE INDEX roster_running ON roster (running) WHERE running = 1;

CREATE TABLE roster_person (
  roster_id TEXT NOT NULL REFERENCES roster (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 0),
  -- Of the operation that the tap makes; a creation's is the record's id as well.
  op_id TEXT NOT NULL UNIQUE,
  -- NULL: created with the tap.
  record_id TEXT,
  email TEXT,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  organization TEXT NOT NULL,
  additional_information TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'assigned', 'skipped', 'absent', 'refused')),
  card TEXT,
  -- Of the move that took the card from its former holder.
  move_op_id TEXT,
  surface_id TEXT NOT NULL,
  card_before TEXT,
  surface_before TEXT NOT NULL,
  at TEXT,
  reason TEXT CHECK (reason IN ('random', 'partial', 'taken')),
  turn INTEGER,
  PRIMARY KEY (roster_id, position),
  CHECK ((state = 'assigned') = (card IS NOT NULL)),
  CHECK ((state = 'assigned') = (turn IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX roster_person_state ON roster_person (roster_id, state, position);
CREATE INDEX roster_person_turn ON roster_person (roster_id, turn) WHERE turn IS NOT NULL;
`,
}
