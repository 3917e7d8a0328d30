import type { Migration } from '../migrate.ts'
import { recordsAndOutbox } from './0010-records-and-outbox.ts'
import { searchRightsAndMail } from './0020-search-rights-and-mail.ts'
import { twoOrdersAndWords } from './0030-two-orders-and-words.ts'
import { cardProfileAndLabels } from './0040-card-profile-and-labels.ts'
import { cardMovesAndLikeness } from './0050-card-moves-and-likeness.ts'
import { rosters } from './0060-rosters.ts'
import { looseCards } from './0070-loose-cards.ts'
import { cardsOfUsers } from './0080-cards-of-users.ts'
import { cardsOfNobody } from './0100-cards-of-nobody.ts'
import { deskLog } from './0110-desk-log.ts'
import { deskLock } from './0130-desk-lock.ts'
import { regions } from './0160-regions.ts'

/** The desk database, in order. */
export const deskMigrations: readonly Migration[] = [
  recordsAndOutbox,
  searchRightsAndMail,
  twoOrdersAndWords,
  cardProfileAndLabels,
  cardMovesAndLikeness,
  rosters,
  looseCards,
  cardsOfUsers,
  cardsOfNobody,
  deskLog,
  deskLock,
  regions,
]
