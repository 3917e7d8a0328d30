import type { LabelRule } from '../../core/card-profile.ts'
import type { Database } from './database.ts'

/** Range and length make it one walk along the index, from the highest label down. */
export const highestLabelSql = `SELECT surface_id AS label FROM record
  WHERE surface_id <> '' AND surface_id >= ? AND surface_id < ?
    AND length(surface_id) = ? AND substr(surface_id, ?) NOT GLOB '*[^0-9]*'
  ORDER BY surface_id DESC LIMIT 1`

/** Of cards that were labelled before anybody had them. */
export const highestLooseSql = `SELECT label FROM loose_card
  WHERE label IS NOT NULL AND label >= ? AND label < ?
    AND length(label) = ? AND substr(label, ?) NOT GLOB '*[^0-9]*'
  ORDER BY label DESC LIMIT 1`

/** The highest label of a roll that this computer knows of, sent or not, of people deleted since too. */
export function createLabels(
  db: Database,
): (roll: Pick<LabelRule, 'prefix' | 'digits'>) => string | null {
  const sources = [highestLabelSql, highestLooseSql].map((sql) =>
    db.prepare<[string, string, number, number], { label: string }>(sql),
  )
  return ({ prefix, digits }) =>
    db.read(() => {
      // Characters as SQLite counts them.
      const length = Array.from(prefix).length
      // The character after 9 is the colon.
      const range = [`${prefix}0`, `${prefix}:`, length + digits, length + 1] as const
      const found = sources.flatMap((highest) => highest.get(...range)?.label ?? [])
      return found.toSorted().at(-1) ?? null
    })
}
