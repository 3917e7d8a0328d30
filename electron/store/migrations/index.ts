import type { Migration } from '../migrate.ts'
import { recordsAndOutbox } from './0010-records-and-outbox.ts'

/** The desk database, in order. */
export const deskMigrations: readonly Migration[] = [recordsAndOutbox]
