import { type CardProfile, cardProfile, defaultCardProfile } from '../../core/card-profile.ts'
import type { CloudDatabase } from './open-database.ts'

export async function readCardProfile(db: CloudDatabase, accountId: string): Promise<CardProfile> {
  const row = await db
    .selectFrom('account')
    .select('card_profile')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return row.card_profile === null
    ? defaultCardProfile
    : cardProfile.parse(JSON.parse(row.card_profile))
}

/** The new version of the directory; null when it was no longer `ifVersion`, and nothing was changed. */
export async function replaceCardProfile(
  db: CloudDatabase,
  accountId: string,
  { ifVersion, profile }: { readonly ifVersion: number; readonly profile: CardProfile },
): Promise<number | null> {
  // No directory has it, and PostgreSQL would not even compare it (its integers have 32 bits).
  if (ifVersion >= 2 ** 31 - 1) return null
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ card_profile: JSON.stringify(profile), directory_version: ifVersion + 1 })
    .where('id', '=', accountId)
    .where('directory_version', '=', ifVersion)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? ifVersion + 1 : null
}
