import { z } from 'zod'
import { pageSize } from '../page.ts'
import { logLine, logWhat } from './desk-log.ts'

/** So many of the newest lines are kept at a desk; the cloud keeps all. */
export const keptLogLines = 50_000

export const logFilter = z.strictObject({
  /** Part of a person, of who did it, of a desk or reader, or the last four digits of a card. */
  text: z.string().max(200),
  /** `refused`: whatever was not done. */
  what: logWhat.or(z.literal('refused')).nullable(),
  /** From this moment on. */
  from: z.iso.datetime().nullable(),
  /** Before this moment. */
  until: z.iso.datetime().nullable(),
  thisDesk: z.boolean(),
})
export type LogFilter = z.infer<typeof logFilter>

/** A page by keyset, the newest first; `at` is opaque and comes from an earlier page. */
export const logQuery = z.strictObject({
  filter: logFilter,
  limit: pageSize,
  direction: z.enum(['forward', 'backward']),
  at: z.string().max(2000).nullable(),
})
export type LogQuery = z.infer<typeof logQuery>

/** `here`: the cloud does not have this line yet. */
export const logRow = z.strictObject({ ...logLine.shape, here: z.boolean() })
export type LogRow = z.infer<typeof logRow>

export const logPage = z.strictObject({
  rows: z.array(logRow),
  total: z.int().min(0),
  /** 1-based position of the first row; 0 when there are no rows. */
  from: z.int().min(0),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  /** Lines of whatever filter; tells an empty log from one in which nothing is found. */
  all: z.int().min(0),
})
export type LogPage = z.infer<typeof logPage>
