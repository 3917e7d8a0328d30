import { z } from 'zod'
import { cardUid } from '../core/card-number.ts'
import {
  loosePage,
  looseQuery,
  meeting,
  metCard,
  scanOutcome,
  scanRule,
  scanView,
  scannedCard,
} from '../core/scan/scan.ts'
import { storeRefusal } from '../core/session.ts'
import { call } from './door.ts'

const reading = ['signed-out', ...storeRefusal.options] as const
const writing = ['signed-out', 'invalid', ...storeRefusal.options] as const

const nothing = z.undefined()
const one = z.strictObject({ scanId: z.uuid() })

/** Cards that nobody has: scanned to be labelled, or met at a table. */
export const scan = {
  /** The scan that goes on; null: none does. */
  running: call(nothing, scanView.nullable(), reading),
  /** What the account's card profile says of running labels, or the next ones of the last scan. */
  suggested: call(nothing, scanRule, reading),
  /** Ends the one that goes on; the same id twice is one scan. */
  start: call(z.strictObject({ scanId: z.uuid(), ...scanRule.shape }), scanView, [
    ...writing,
    'gone',
  ]),
  /** Goes on with the last one, or ends it. */
  resume: call(one, scanView, [...writing, 'gone']),
  finish: call(one, scanView, [...writing, 'gone']),
  tap: call(
    z.strictObject({ ...one.shape, card: metCard }),
    z.strictObject({ outcome: scanOutcome, view: scanView }),
    [...writing, 'gone'],
  ),
  /** Takes the label of this card back, if it was the last one given. */
  undo: call(z.strictObject({ ...one.shape, uid: cardUid }), scanView, [...writing, 'gone']),
  /** All cards of a scan, in the order of their labels. */
  rows: call(one, z.array(scannedCard), reading),
  /** Whose a card is; one that is nobody's is kept, if that makes sense. */
  meet: call(metCard, meeting, writing),
  /** Cards that nobody has. */
  cards: call(looseQuery, loosePage, reading),
  forget: call(z.strictObject({ uid: cardUid }), nothing, writing),
  /** Takes `forget` back as long as the desk stays open. */
  restore: call(
    z.strictObject({ uid: cardUid }),
    z.strictObject({ restored: z.boolean() }),
    writing,
  ),
}
