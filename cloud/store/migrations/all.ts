import type { Migration } from 'kysely/migration'
import { peopleRecordsLedger } from './0001-people-records-ledger.ts'
import { accessMailRegistration } from './0002-access-mail-registration.ts'
import { cardProfileOfAccounts } from './0003-card-profile.ts'
import { signInFailures } from './0005-sign-in-failures.ts'
import { writersOfRecords } from './0008-writers-of-records.ts'
import { whyASessionEnded } from './0008-why-a-session-ended.ts'
import { cardsOfUsers } from './0009-cards-of-users.ts'
import { deskLog } from './0010-desk-log.ts'
import { tokensOnOffer } from './0011-tokens-on-offer.ts'
import { audit } from './0015-audit.ts'
import { erasure } from './0016-erasure.ts'
import { secondFactor } from './0017-second-factor.ts'
import { signInLimits } from './0017-sign-in-limits.ts'
import { regions } from './0019-regions.ts'
import { bounces } from './0020-bounces.ts'
import { identities } from './0021-identities.ts'
import { tokenFamilies } from './0022-token-families.ts'
import { passwordLinks } from './0024-password-links.ts'

/** In order of their names. `strictTables`: SQLite; other databases are strict by themselves. */
export function allMigrations(strictTables: boolean): Record<string, Migration> {
  return {
    '0001-people-records-ledger': peopleRecordsLedger(strictTables),
    '0002-access-mail-registration': accessMailRegistration(strictTables),
    '0003-card-profile': cardProfileOfAccounts,
    '0005-sign-in-failures': signInFailures(strictTables),
    '0008-why-a-session-ended': whyASessionEnded,
    '0008-writers-of-records': writersOfRecords,
    '0009-cards-of-users': cardsOfUsers(strictTables),
    '0010-desk-log': deskLog(strictTables),
    '0011-tokens-on-offer': tokensOnOffer,
    '0015-audit': audit(strictTables),
    '0016-erasure': erasure(strictTables),
    '0017-second-factor': secondFactor(strictTables),
    '0017-sign-in-limits': signInLimits(strictTables),
    '0019-regions': regions(strictTables),
    '0020-bounces': bounces(strictTables),
    '0021-identities': identities(strictTables),
    '0022-token-families': tokenFamilies,
    '0024-password-links': passwordLinks(strictTables),
  }
}
