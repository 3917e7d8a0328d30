import { readDirectory } from '../store/directory.ts'
import type { CloudDatabase } from '../store/open-database.ts'
import { type RecordRow, grantsOf } from '../store/records.ts'

/** What an invitation brings, by name; what was deleted from the directory meanwhile is left out. */
export type Granted = {
  readonly groups: readonly string[]
  readonly rights: readonly {
    readonly target: string
    readonly from: string | null
    readonly until: string | null
    readonly schedule: string | null
  }[]
}

export async function grantedNames(db: CloudDatabase, row: RecordRow): Promise<Granted> {
  const { groups, rights } = grantsOf(row)
  const directory = await readDirectory(db, row.account_id)
  const name = (list: readonly { id: string; name: string }[], id: string | null) =>
    list.find((each) => each.id === id)?.name ?? null
  const present = (text: string | null): text is string => text !== null
  return {
    groups: groups.map((id) => name(directory.groups, id)).filter(present),
    rights: rights.flatMap(({ target, from, until, scheduleId }) => {
      const list = target.kind === 'resource' ? directory.resources : directory.resourceGroups
      const named = name(list, target.id)
      const schedule = name(directory.schedules, scheduleId)
      return named === null ? [] : [{ target: named, from, until, schedule }]
    }),
  }
}
