import type { Failure } from '../../contracts/result.ts'
import { sentenceFor } from '../sentences.ts'
import type { BackupRefusal } from './back-up.ts'
import type { RestoreRefusal } from './put-back.ts'

/** What happened, what is safe, what to do: for the operator at a terminal. */
export function backupSentence(
  { code, detail }: Failure<BackupRefusal | RestoreRefusal>,
  { file, dataDir }: { readonly file: string; readonly dataDir: string },
): string {
  const safe = 'Nothing was changed.'
  const program = String(detail?.['program'])
  switch (code) {
    case 'no-database':
      return `There is no database in ${dataDir}. Say with --data where the cloud keeps it.`
    case 'copy-damaged':
      return `The copy of ${dataDir} is not whole, so the database itself may be damaged. No backup was made; keep the older ones.`
    case 'not-written':
      return `${file} could not be written (${String(detail?.['reason'])}). No backup was made. Make room, or choose another place with --to.`
    case 'tool-missing':
      return `${program} was not found. ${safe} Install the client programs of PostgreSQL (the package postgresql-client) in the server's version or a later one.`
    case 'tool-failed':
      return `${program} failed: ${String(detail?.['reason'])}. ${safe}`
    case 'backup-missing':
      return `There is no backup at ${file}. ${safe} Say with --from where it is.`
    case 'receipt-missing':
      return `${file}.json is missing or not what "backup" writes. ${safe} Put it beside the backup: it proves that the backup is whole.`
    case 'backup-changed':
      return `${file} is not as it was made: its checksum is another one. ${safe} Use another backup.`
    case 'other-database':
      return `This backup is of ${String(detail?.['database'])}. ${safe} ${detail?.['database'] === 'postgres' ? 'Set DATABASE_URL to an empty database.' : 'Leave out DATABASE_URL.'}`
    case 'occupied':
      return `There is a database already. ${safe} Choose an empty folder with --data, or an empty database with DATABASE_URL; move the old one away if it is to be replaced.`
    case 'read-only':
    case 'database-damaged':
    case 'database-newer':
    case 'not-durable':
    case 'disk-full':
    case 'in-use':
    case 'database-away':
    case 'database-refused':
      return sentenceFor(code, { dataDir })
  }
}
