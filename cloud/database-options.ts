import { type Result, fail, ok } from '../contracts/result.ts'
import type { OpenOptions } from './store/open-database.ts'

/** What the environment says about the database; the folder comes from the command line. */
export function databaseOptions(
  env: Readonly<Record<string, string | undefined>>,
): Result<Omit<OpenOptions, 'dataDir'>, 'database-url'> {
  const databaseUrl = env['DATABASE_URL'] || undefined
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\/[^/]/.test(databaseUrl)) {
    return fail('database-url')
  }
  return ok({ databaseUrl, nativeBinding: env['TAPDESK_CLOUD_SQLITE_BINDING'] || undefined })
}

export const databaseUrlSentence =
  'DATABASE_URL is no address of a PostgreSQL database; give one such as postgres://user:password@host:5432/tapdesk.'
