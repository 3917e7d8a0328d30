import type { Migration } from '../migrate.ts'

/**
 * Every record has the keys of both orders of names, so that another language is a matter of reading
 * another index. Words of the search text begin behind two spaces: the trigrams of a space and two letters,
 * and of two spaces and one, are what a short word of a search is found by.
 */
export const twoOrdersAndWords: Migration = {
  version: 30,
  sql: `
DROP TRIGGER invitation_found_anew;
DROP TRIGGER user_found_anew;
DROP INDEX record_by_name;
DROP INDEX record_by_email;

ALTER TABLE record ADD COLUMN nordic_name_key TEXT NOT NULL DEFAULT '';
ALTER TABLE record ADD COLUMN nordic_email_key TEXT NOT NULL DEFAULT '';

-- Letters outside of ASCII are keyed anew when the file is opened; all others have the same key in both orders.
UPDATE record SET nordic_name_key = name_key, nordic_email_key = email_key, search_text = iif(
  search_text = '', '',
  '  ' || replace(replace(search_text, ' ', '  '), char(10), char(10) || '  '));
INSERT INTO setting (name, value) SELECT 'columns-of', '20' WHERE EXISTS (SELECT 1 FROM record)
  ON CONFLICT (name) DO NOTHING;

CREATE INDEX record_by_name ON record (kind, name_key, id) WHERE deleted = 0;
CREATE INDEX record_by_email ON record (kind, email_key, id) WHERE deleted = 0;
CREATE INDEX record_by_nordic_name ON record (kind, nordic_name_key, id) WHERE deleted = 0;
CREATE INDEX record_by_nordic_email ON record (kind, nordic_email_key, id) WHERE deleted = 0;
${['invitation', 'user'].map(foundAnew).join('')}`,
}

function foundAnew(kind: string): string {
  const isListed = (row: string) => `${row}.deleted = 0 AND ${row}.kind = '${kind}'`
  return `
INSERT INTO ${kind}_search (${kind}_search) VALUES ('rebuild');
CREATE TRIGGER ${kind}_found_anew AFTER UPDATE OF search_text, deleted, kind ON record
WHEN OLD.search_text <> NEW.search_text OR (${isListed('OLD')}) <> (${isListed('NEW')}) BEGIN
  INSERT INTO ${kind}_search (${kind}_search, rowid, search_text)
    SELECT 'delete', OLD.row, OLD.search_text WHERE ${isListed('OLD')};
  INSERT INTO ${kind}_search (rowid, search_text)
    SELECT NEW.row, NEW.search_text WHERE ${isListed('NEW')};
END;
`
}
