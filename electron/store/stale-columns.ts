import type { PersonFields } from '../../core/person.ts'
import type { Database } from './database.ts'
import type { Records } from './records.ts'
import type { Settings } from './settings.ts'
import { sortKeysOf } from './sort-order.ts'

export type StaleSetting = 'columns-of'

/**
 * After a migration that left columns for which SQL has no functions: how far they are good is the version
 * in the setting. All in one transaction, so that a file that was left half way begins again. Throws
 * `StoreUnavailable`.
 */
export function refreshStaleColumns(
  db: Database,
  records: Records,
  settings: Settings<StaleSetting>,
): void {
  const version = db.read(() => settings.get('columns-of'))
  if (version === null) return
  db.write(() => {
    if (version === '20') keyAnew(db)
    else refreshAll(db, records)
    settings.set('columns-of', null)
  })
}

function refreshAll(db: Database, records: Records): void {
  const ids = db.prepare<[], { id: string }>('SELECT id FROM record')
  for (const { id } of ids.all()) records.recompute(id)
}

type Row = Pick<PersonFields, 'firstName' | 'lastName' | 'email'> & { readonly row: number }

/** Only letters outside of ASCII stand at different places in the two orders. */
function keyAnew(db: Database): void {
  const beyondAscii = ['first_name', 'last_name', "coalesce(email, '')"]
    .map((text) => `${text} GLOB '*[^' || char(1) || '-~]*'`)
    .join(' OR ')
  const rows = db.prepare<[], Row>(
    `SELECT row, first_name AS firstName, last_name AS lastName, email FROM record WHERE ${beyondAscii}`,
  )
  const put = db.prepare<[ReturnType<typeof sortKeysOf> & { row: number }]>(
    `UPDATE record SET name_key = @nameKey, email_key = @emailKey, nordic_name_key = @nordicNameKey,
       nordic_email_key = @nordicEmailKey WHERE row = @row`,
  )
  for (const { row, ...person } of rows.all()) put.run({ ...sortKeysOf(person), row })
}
