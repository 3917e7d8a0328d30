import { type Restored, restored } from '../../core/restored.ts'
import { read, write } from './meta.ts'
import type { CloudDatabase } from './open-database.ts'

/** null: this cloud was never put back to a backup. */
export async function readRestored(db: CloudDatabase): Promise<Restored | null> {
  const kept = await read(db, 'restored')
  return kept === null ? null : restored.parse(JSON.parse(kept))
}

export const writeRestored = (db: CloudDatabase, value: Restored) =>
  write(db, 'restored', JSON.stringify(value))
