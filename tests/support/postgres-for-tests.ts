import { startPostgres } from './postgres.ts'

/** One server for a whole ring of tests; each cloud gets a database of its own on it. */
export default async function setUp() {
  const postgres = await startPostgres()
  process.env['TAPDESK_TEST_POSTGRES_PORT'] = String(postgres.port)
  return async () => {
    delete process.env['TAPDESK_TEST_POSTGRES_PORT']
    await postgres.stop()
  }
}
