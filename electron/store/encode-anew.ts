import type { ParkedRow } from '../../core/pending-page.ts'
import { type Result, ok } from '../../core/outcome.ts'
import { isNewer } from '../../core/version.ts'
import type { Database } from './database.ts'
import type { PeopleStore, WriteRefusal } from './desk-store.ts'
import type { Settings } from './settings.ts'

export type EncodeSetting = 'encoded-by'

/**
 * What the cloud could not read is sent again as a newer version of this program writes it, under new
 * keys: once for each version, so that what it still cannot read waits for a person and never goes round.
 */
export function createEncodeAnew(
  db: Database,
  parts: {
    readonly parked: PeopleStore['parked']
    readonly decide: PeopleStore['decideParked']
    readonly settings: Settings<EncodeSetting>
  },
): PeopleStore['encodeAnew'] {
  const { parked, decide, settings } = parts
  return (version, mint) =>
    db.attempt((): Result<{ readonly sent: number }, WriteRefusal> => {
      const before = settings.get('encoded-by')
      if (before !== null && !isNewer(version, before)) return ok({ sent: 0 })
      settings.set('encoded-by', version)
      const rows = parked().filter(isUnread)
      const decided = decide(
        rows.map(({ opId, fields }) => ({ opId, newOpId: mint(), fields, group: null })),
      )
      return decided.ok ? ok({ sent: rows.length }) : decided
    })
}

/** What overwrites nothing: before a change or a deletion goes on, a person looks at what is there now. */
function isUnread({ problem, method }: ParkedRow): boolean {
  const adds = method === 'create' || method === 'grant' || method === 'resend'
  return problem.code === 'schema' && adds
}
