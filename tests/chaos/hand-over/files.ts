import type { Database } from '../../../electron/store/database.ts'
import { openDatabase } from '../../../electron/store/open-database.ts'
import { profileMigrations } from '../../../electron/store/profile-migrations/index.ts'
import { emptyDesk, openDeskDatabase } from '../../support/desk-database.ts'

/** What is on one computer: its own notes, and a desk for each of three people. */
export type Files = {
  readonly profile: Database
  readonly desks: readonly Database[]
}

export function newFiles(): Files {
  const opened = openDatabase({ path: ':memory:', key: null, migrations: profileMigrations })
  if (!opened.ok) throw new Error(opened.code)
  const desks = Array.from({ length: 3 }, () => openDeskDatabase())
  return { profile: opened.value, desks }
}

export function emptyFiles({ profile, desks }: Files): void {
  profile.write(() => profile.prepare('DELETE FROM handed_over').run())
  for (const desk of desks) emptyDesk(desk)
}
