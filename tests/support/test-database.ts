import { randomUUID } from 'node:crypto'
import type { OpenOptions } from '../../cloud/store/open-database.ts'
import { once, urlOf } from './postgres.ts'

/** Set for the ring of tests that runs against PostgreSQL; see vitest.config.ts. */
export const postgresPort = Number(process.env['TAPDESK_TEST_POSTGRES_PORT'] ?? 0)

const urls = new Map<string, string>()

/** The database of the cloud that keeps its files in `dataDir`: the same folder again is the same database. */
export async function databaseOf(dataDir: string): Promise<OpenOptions> {
  if (postgresPort === 0) return { dataDir }
  const known = urls.get(dataDir)
  if (known !== undefined) return { dataDir, databaseUrl: known }
  const name = `cloud_${randomUUID().replaceAll('-', '')}`
  await once(postgresPort, 'postgres', `create database ${name}`)
  const databaseUrl = urlOf(postgresPort, name)
  urls.set(dataDir, databaseUrl)
  return { dataDir, databaseUrl }
}
