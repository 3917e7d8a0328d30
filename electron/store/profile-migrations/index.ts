import type { Migration } from '../migrate.ts'
import { installation } from './0010-installation.ts'
import { readers } from './0020-readers.ts'
import { handedOver } from './0030-handed-over.ts'

/** The profile database, in order. */
export const profileMigrations: readonly Migration[] = [installation, readers, handedOver]
