import { z } from 'zod'
import {
  rosterLimit,
  rosterOutcome,
  rosterPerson,
  rosterRow,
  rosterSource,
  rosterStep,
  rosterSummary,
  rosterTap,
  rosterView,
} from '../core/roster/roster.ts'
import { storeRefusal } from '../core/session.ts'
import { call } from './door.ts'

const reading = ['signed-out', ...storeRefusal.options] as const
const writing = ['signed-out', 'invalid', ...storeRefusal.options] as const

const nothing = z.undefined()
const one = z.strictObject({ rosterId: z.uuid() })

/** Lists of people who get their cards one after the other. */
export const roster = {
  /** Newest first, at most 50. */
  list: call(nothing, z.array(rosterSummary), reading),
  /** Starts a list; the same id twice is one list. Op ids are minted here, one per person. */
  create: call(
    z.strictObject({
      rosterId: z.uuid(),
      title: z.string().trim().max(200),
      source: rosterSource,
      people: z.array(rosterPerson).min(1).max(rosterLimit),
    }),
    rosterView,
    writing,
  ),
  /** The list that was being worked through when the window was last there; null: none. */
  running: call(nothing, rosterView.nullable(), reading),
  /** `run`: goes on with a list exactly where it was; else it is only looked at. */
  open: call(z.strictObject({ rosterId: z.uuid(), run: z.boolean() }), rosterView, [
    ...writing,
    'gone',
  ]),
  /** Leaves the list as it is, to go on some other time. */
  pause: call(one, nothing, writing),
  /** No more taps; who has no card stays without. */
  finish: call(one, rosterView, [...writing, 'gone']),
  tap: call(rosterTap, z.strictObject({ outcome: rosterOutcome, view: rosterView }), [
    ...writing,
    'gone',
    'role-not-allowed',
    'email-not-allowed',
    'name-missing',
    'move-not-allowed',
  ]),
  step: call(z.strictObject({ rosterId: z.uuid(), step: rosterStep }), rosterView, [
    ...writing,
    'gone',
  ]),
  /** Takes back the assignment under `opId` if it is the last one. The person waits again under `newOpId`; what was sent already is changed under `changeOpId`. */
  undo: call(
    z.strictObject({
      rosterId: z.uuid(),
      opId: z.uuid(),
      newOpId: z.uuid(),
      changeOpId: z.uuid(),
    }),
    rosterView,
    [...writing, 'gone', 'card-missing'],
  ),
  /** Everybody, in order. */
  rows: call(one, z.array(rosterRow), reading),
  /** Members of a user group who have no card, by name; at most as many as a list takes. */
  members: call(
    z.strictObject({ groupId: z.uuid() }),
    z.array(rosterPerson.omit({ opId: true })),
    reading,
  ),
}
