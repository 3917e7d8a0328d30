import type { Database } from './database.ts'

/** Named texts of one database. Runs inside the caller's transaction. */
export type Settings<Name extends string> = {
  get(name: Name): string | null
  /** null forgets it. */
  set(name: Name, value: string | null): void
}

export function createSettings<Name extends string>(db: Database): Settings<Name> {
  const select = db.prepare<[Name], { value: string }>('SELECT value FROM setting WHERE name = ?')
  const upsert = db.prepare<[Name, string]>(
    `INSERT INTO setting (name, value) VALUES (?, ?)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  )
  const remove = db.prepare<[Name]>('DELETE FROM setting WHERE name = ?')
  return {
    get: (name) => select.get(name)?.value ?? null,
    set: (name, value) => void (value === null ? remove.run(name) : upsert.run(name, value)),
  }
}
