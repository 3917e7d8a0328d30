import { cardEvents } from '../../core/desk-log/card-events.ts'
import { type LogLine, isLoggedRefusal } from '../../core/desk-log/desk-log.ts'
import type { RequestOf } from '../../contracts/cloud-api.ts'
import type { Operation } from '../../core/operation.ts'
import type { RecordState } from '../../core/record.ts'
import type { AnswerOf, BatchResult } from '../../electron/cloud-client/cloud-client.ts'

/** The desk log of the simulated cloud: positions are cursors. */
export type SimulatedLog = {
  /** `before`: the record that the operation met. */
  note(wish: Operation, before: RecordState | null, result: BatchResult): void
  end(): string
  read(query: RequestOf<'log'>['query'], limit: number): AnswerOf<'log'>
}

export function createSimulatedLog(now: () => string): SimulatedLog {
  const lines: LogLine[] = []

  return {
    note(wish, before, result) {
      const refusal = result.outcome === 'refused' ? result.problem.code : null
      if (result.outcome === 'retry' || (refusal !== null && !isLoggedRefusal(refusal))) return
      const context = 'context' in wish ? wish.context : undefined
      const moment = { at: context?.at ?? now(), reader: context?.reader ?? null }
      const by = { who: 'Desk', deskId: null, desk: 'Desk', person: '', from: null }
      for (const [nth, event] of cardEvents(wish, before).entries()) {
        lines.push({ opId: wish.opId, nth, ...moment, ...by, ...event, refusal })
      }
    },

    end: () => String(lines.length),

    read({ newerThan, olderThan }, limit) {
      const newest = String(lines.length)
      if (newerThan !== undefined) {
        const from = Number(newerThan)
        const page = lines.slice(from, from + limit)
        const hasMore = from + page.length < lines.length
        return { lines: page, next: String(from + page.length), hasMore, newest }
      }
      const until = olderThan === undefined ? lines.length : Number(olderThan)
      const from = Math.max(0, until - limit)
      return {
        lines: lines.slice(from, until).toReversed(),
        next: String(from),
        hasMore: from > 0,
        newest,
      }
    },
  }
}
