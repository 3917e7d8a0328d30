import type { DirectoryKind } from '../command-line/directory-command.ts'
import { putInEffect } from '../store/effects.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type RecordRow, grantColumns, grantsOf, tell } from '../store/records.ts'

type Entry = { readonly accountId: string; readonly of: DirectoryKind; readonly id: string }

/** Living records that have this entry: are in the group or region, or have a right to or by it. */
export async function holdersOf(db: CloudDatabase, entry: Entry): Promise<readonly RecordRow[]> {
  const living = db
    .selectFrom('record')
    .selectAll()
    .where('account_id', '=', entry.accountId)
    .where('deleted', '=', 0)
  if (entry.of === 'region') return living.where('region_id', '=', entry.id).execute()
  const column = entry.of === 'group' ? 'groups' : 'rights'
  const rows = await living.where(column, 'like', `%${entry.id}%`).execute()
  return rows.filter((row) => changes(row, without(row, entry)))
}

/**
 * Takes the entry from everybody who has it, told in the feed. A right that follows a removed schedule
 * goes with it: without the schedule it would reach further than what was given.
 */
export async function takeFromEveryone(db: CloudDatabase, entry: Entry, now: string) {
  const holders = await holdersOf(db, entry)
  for (const row of holders) {
    const columns = entry.of === 'region' ? { region_id: null } : without(row, entry)
    await putInEffect(db, await tell(db, row, columns, now))
  }
}

function without(row: RecordRow, { of, id }: Entry) {
  const { groups, rights } = grantsOf(row)
  return grantColumns({
    groups: groups.filter((group) => !(of === 'group' && group === id)),
    rights: rights.filter(({ target, scheduleId }) => {
      if (of === 'schedule') return scheduleId !== id
      return !(target.kind === of && target.id === id)
    }),
  })
}

function changes(row: RecordRow, columns: ReturnType<typeof grantColumns>): boolean {
  return row.groups !== columns.groups || row.rights !== columns.rights
}
