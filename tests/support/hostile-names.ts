import { withDatabase } from './cloud-people.ts'

/** Calls everything that a cloud names in pages and mails, and the person with this address, so. */
export const nameEverything = (dataDir: string, email: string, name: string) =>
  withDatabase(dataDir, async (db) => {
    await db.updateTable('account').set({ name }).execute()
    await db.updateTable('person').set({ name }).where('email', '=', email).execute()
    for (const table of ['user_group', 'resource', 'resource_group', 'weekly_schedule'] as const) {
      await db.updateTable(table).set({ name }).execute()
    }
  })

/** Calls every computer that is signed in so: logs name it beside what is done from now on. */
export const nameDesks = (dataDir: string, name: string) =>
  withDatabase(dataDir, (db) => db.updateTable('desk_session').set({ desk_name: name }).execute())
