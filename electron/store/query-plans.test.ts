import { describe, expect, it } from 'vitest'
import { pendingSort } from '../../core/pending-page.ts'
import { sortLanguage } from '../../core/sort-key.ts'
import { openedDatabase } from '../../tests/support/desk-store-under-test.ts'
import { eligibleSql, sendSql } from './claim.ts'
import { digestSql } from './digest.ts'
import { deletingUnknownSql, keySql, ofRecordSql, parkedSql } from './outbox-rows.ts'
import { equalCardSql, likeCardSql, otherCardSql } from './card-holders.ts'
import { byEmailSql, bySurfaceSql } from './hints.ts'
import { highestLabelSql, highestLooseSql } from './labels.ts'
import { forgetAgedSql, forgetMoreSql } from './loose-forgetting.ts'
import { loosePageSql } from './loose-pages.ts'
import { labelTakenSql, lastScannedSql, recentScannedSql } from './loose-reads.ts'
import { untoldLogSql } from './log-feed.ts'
import { momentSql } from './log-lines.ts'
import { newerLogSql, olderLogSql } from './log-pages.ts'
import { idsSql, recentSql } from './people-lists.ts'
import { pageSql } from './people-pages.ts'
import { waitingSql } from './queue.ts'
import { alongQuestion, hitsQuestion, lookQuestion, placesSql, rowsQuestion } from './search-sql.ts'
import { searchQueryOf } from './search-text.ts'
import {
  countsSql,
  followingSql,
  recentTurnsSql,
  rosterListSql,
  rosterPersonSql,
} from './roster-reads.ts'
import { standingSql } from './standing.ts'

const indexOf = {
  nordic: {
    name: 'record_by_nordic_name',
    email: 'record_by_nordic_email',
    'invite-sent': 'record_by_sent',
  },
  other: { name: 'record_by_name', email: 'record_by_email', 'invite-sent': 'record_by_sent' },
} as const

const orders = sortLanguage.options.flatMap((language) =>
  pendingSort.options.flatMap((sort) =>
    [true, false].map((ascending) => ({ language, sort, ascending })),
  ),
)
const pages = orders.flatMap((order) => [true, false].map((bounded) => ({ ...order, bounded })))
const searches = orders.flatMap((order) =>
  ['mann', 'mann b', '04c43b', 'aino.salo@', 'b'].map((typed) => ({ ...order, typed })),
)

/** The steps SQLite takes, in words; parameters need no values for that. */
function planOf(sql: string): string[] {
  const db = openedDatabase(':memory:')
  const steps = db.prepare<unknown[], { detail: string }>(
    `EXPLAIN QUERY PLAN ${sql.replaceAll(/\?|@\w+/g, "'1'")}`,
  )
  const plan = steps.all().map(({ detail }) => detail)
  db.close()
  return plan
}

describe('a question that is asked all the time', () => {
  it.each(pages)('walks its index for a page: %o', ({ bounded, ...order }) => {
    const plan = planOf(pageSql(order, bounded))
    const index = `record USING INDEX ${indexOf[order.language][order.sort]}`
    expect(plan[0]).toContain(`SEARCH ${index}`)
    expect(plan[0]?.includes('(kind=? AND')).toBe(bounded)
    expect(plan.join('\n')).toContain('SEARCH outbox USING COVERING INDEX outbox_record')
    expect(plan.join('\n')).not.toContain('TEMP B-TREE')
  })

  it.each(searches)('never sorts nor passes all for a search: %o', ({ typed, ...order }) => {
    const query = searchQueryOf(typed)
    if (query.kind === 'everybody') throw new Error('nothing is looked for')
    const search = { kind: 'invitation', query } as const
    const way = { ...order, at: { key: 'a', id: 'b', index: 0 } }
    const index = indexOf[order.language][order.sort]

    const rows = planOf(rowsQuestion(search, order.language).sql).join('\n')
    expect(rows).not.toContain('SCAN record')
    expect(rows).toMatch(/invitation_search VIRTUAL TABLE INDEX 0:M1|COVERING INDEX record_by/)

    const along = planOf(alongQuestion('invitation', way, 10).sql)
    expect(along).toHaveLength(1)
    // The key of "Invite sent" is computed, which the words of a plan do not count as covered.
    const covering = order.sort === 'invite-sent' ? '' : 'COVERING '
    expect(along[0]).toContain(`SEARCH record USING ${covering}INDEX ${index} (kind=? AND`)

    const look = planOf(lookQuestion(search, way, 10, 10).sql).join('\n')
    expect(look).toContain(`SEARCH record USING INDEX ${index} (kind=? AND`)
    for (const sql of [hitsQuestion(search, order, []).sql, placesSql(order)]) {
      expect(planOf(sql).join('\n')).toContain('SEARCH record USING INTEGER PRIMARY KEY')
    }
    expect([look, ...along].join('\n')).not.toContain('TEMP B-TREE')
  })

  it('claims in order along the ready rows, with two look-ups of keys each', () => {
    const plan = planOf(eligibleSql).join('\n')
    expect(plan).toContain('SCAN mine USING INDEX outbox_ready')
    expect(plan).toContain('SEARCH held USING COVERING INDEX outbox_key_seq (seq=?)')
    expect(plan).toContain('SEARCH other USING PRIMARY KEY (key=? AND seq<?)')
    expect(plan).toContain('SEARCH other USING PRIMARY KEY (key=? AND seq>?)')
    expect(plan).not.toContain('TEMP B-TREE')
  })

  it('shows the queue along its places, with two look-ups of keys each', () => {
    const plan = planOf(waitingSql).join('\n')
    expect(plan).toContain('SEARCH outbox USING INTEGER PRIMARY KEY (rowid>?)')
    expect(plan).toContain('SEARCH own USING COVERING INDEX outbox_key_seq (seq=?)')
    expect(plan).toContain('SEARCH first USING INTEGER PRIMARY KEY (rowid=?)')
    expect(plan).toContain('SEARCH other USING PRIMARY KEY (key=?)')
    expect(plan).not.toContain('TEMP B-TREE')
  })

  it.each([
    ['parked operations', parkedSql, 'outbox USING INDEX outbox_parked'],
    ['later users of a key', keySql, 'outbox_key USING PRIMARY KEY (key=? AND seq>?)'],
    ['what was made here last', recentSql, 'record USING INDEX record_made_here'],
    ['deletions of what was never sent', deletingUnknownSql, 'outbox USING INDEX outbox_deleting'],
    ['the first ids', idsSql('other'), 'record USING COVERING INDEX record_by_name'],
    ['the first ids', idsSql('nordic'), 'record USING COVERING INDEX record_by_nordic_name'],
    ['who has an email', byEmailSql, 'record USING INDEX record_by_email (kind=? AND email_key=?)'],
    ['who has a card', equalCardSql, 'SEARCH record USING INDEX record_by_card (card=?)'],
    ['who has a blocked card', otherCardSql, 'SEARCH other_card USING PRIMARY KEY (card=?)'],
    ['cards that begin so', likeCardSql, 'record_by_card (card>? AND card<?)'],
    ['cards that end so', likeCardSql, 'record_by_turned_card (card_turned>? AND card_turned<?)'],
    ['operations of a record', ofRecordSql, 'outbox USING INDEX outbox_record (record_id=?)'],
    ['moves from a record', ofRecordSql, 'outbox USING INDEX outbox_giving (from_record_id=?)'],
    [
      'the highest label of a roll',
      highestLabelSql,
      'record USING COVERING INDEX record_by_surface',
    ],
    [
      'the highest label of a loose card',
      highestLooseSql,
      'loose_card USING COVERING INDEX loose_card_label',
    ],
    ['who has a label', labelTakenSql, 'record USING COVERING INDEX record_by_surface'],
    ['which card has a label', labelTakenSql, 'loose_card USING COVERING INDEX loose_card_label'],
    ['the cards scanned last', recentScannedSql, 'loose_card USING INDEX loose_card_place'],
    ['who has a scanned card', recentScannedSql, 'main USING INDEX record_by_card (card=?)'],
    ['the card scanned last', lastScannedSql, 'loose_card USING INDEX loose_card_place'],
    ['loose cards', loosePageSql(true, false), 'SCAN loose_card USING INDEX loose_card_seen'],
    [
      'the next loose cards',
      loosePageSql(true, true),
      'SEARCH loose_card USING INDEX loose_card_seen ((last_seen_at,uid)<(?,?))',
    ],
    [
      'the loose cards before',
      loosePageSql(false, true),
      'SEARCH loose_card USING INDEX loose_card_seen ((last_seen_at,uid)>(?,?))',
    ],
    ['loose cards of long ago', forgetAgedSql, 'loose_card_unlabelled (last_seen_at<?)'],
    ['the newest loose cards', forgetMoreSql, 'SCAN loose_card USING INDEX loose_card_unlabelled'],
    ['how a list stands', countsSql, 'USING COVERING INDEX roster_person_state (roster_id=?)'],
    ['who waits next', followingSql, 'USING INDEX roster_person_state (roster_id=? AND state=?'],
    ['who was given a card last', recentTurnsSql, 'USING INDEX roster_person_turn (roster_id=?'],
    [
      'somebody on a list',
      rosterPersonSql,
      'USING INDEX sqlite_autoindex_roster_person_1 (op_id=?)',
    ],
    ['the newest lists', rosterListSql, 'roster USING INDEX roster_newest'],
    ['who has a printed number', bySurfaceSql, 'record USING INDEX record_by_surface'],
    [
      'the newest lines of the log',
      olderLogSql,
      'SEARCH log_line USING INDEX log_line_newest (at>? AND',
    ],
    ['lines that the cloud does not tell', untoldLogSql, 'log_line USING INDEX log_line_untold'],
    ['the moment of an operation', momentSql, 'log_line USING INDEX log_line_waiting'],
    ['newer lines of the log', newerLogSql, 'SEARCH log_line USING INDEX log_line_newest (at>'],
    ['the digest', digestSql, 'record USING COVERING INDEX record_in_cloud'],
  ])('finds %s by an index', (_what, sql, step) => {
    const plan = planOf(sql).join('\n')
    expect(plan).toContain(step)
    expect(plan).not.toContain('TEMP B-TREE')
  })

  it('marks all of a batch as sent along their places', () => {
    expect(planOf(sendSql).join('\n')).toContain(
      'SEARCH outbox USING INTEGER PRIMARY KEY (rowid=?)',
    )
  })

  it('looks each of many up by its id', () => {
    const plan = planOf(standingSql).join('\n')
    expect(plan).toContain('SEARCH record USING INDEX sqlite_autoindex_record_1 (id=?)')
    expect(plan).toContain('SEARCH outbox USING COVERING INDEX outbox_record')
  })
})
