import type { LogLines } from './log-lines.ts'
import type { OutboxRows } from './outbox-rows.ts'

/** The outbox whose every change is also a change of the lines that tell of it. */
export function withLog(rows: OutboxRows, lines: LogLines): OutboxRows {
  return {
    ...rows,
    append(op, acceptedAt) {
      const seq = rows.append(op, acceptedAt)
      lines.write(seq, op, { at: acceptedAt, reader: op.reader ?? null })
      return seq
    },
    replace(seq, op) {
      const moment = lines.momentOf(seq)
      lines.detach([seq])
      rows.replace(seq, op)
      const at = rows.find(op.opId)?.acceptedAt
      if (moment !== null) lines.write(seq, op, moment)
      else if (at !== undefined) lines.write(seq, op, { at, reader: null })
    },
    widen(seq, op) {
      const moment = op.moment ?? lines.momentOf(seq)
      rows.widen(seq, op)
      if (moment !== null) lines.write(seq, op, moment)
    },
    remove(...seqs) {
      lines.detach(seqs)
      rows.remove(...seqs)
    },
  }
}
