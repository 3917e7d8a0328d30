import { z } from 'zod'
import { logFilter, logPage, logQuery, logRow } from '../core/desk-log/log-page.ts'
import { storeRefusal } from '../core/session.ts'
import { call } from './door.ts'

const reading = ['signed-out', 'log-not-allowed', ...storeRefusal.options] as const

/** Who did what with which card, at this desk and at all others of the account. */
export const log = {
  page: call(logQuery, logPage, reading),
  /** All that match, newest first. */
  all: call(logFilter, z.array(logRow), reading),
  /** Asks the cloud, if it is in reach, for what is new. */
  refresh: call(z.undefined(), z.undefined(), ['signed-out']),
}
