import type { CloudDatabase } from './open-database.ts'

type Key = 'cloud-id' | 'feed-epoch' | 'restored' | 'demo-password' | 'port'

/** A value that is made once per database and kept. */
export async function once(db: CloudDatabase, key: Key, make: () => string): Promise<string> {
  await db
    .insertInto('meta')
    .values({ key, value: make() })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
  return (await read(db, key)) ?? ''
}

export async function read(db: CloudDatabase, key: Key): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? null
}

export async function write(db: CloudDatabase, key: Key, value: string) {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
