import type { LogLine } from '../../core/desk-log/desk-log.ts'
import type { DeskStore } from '../../electron/store/desk-store.ts'
import type { DeskEvidence } from './desk-database.ts'
import type { SimulatedCloud } from './simulated-cloud.ts'

/** No filter at all. */
export const wholeLog = { text: '', what: null, from: null, until: null, thisDesk: false } as const

/** I14: the desk has the cloud's log, and beside it only what waits or was given up. */
export function* sameLog(
  store: Pick<DeskStore, 'log'>,
  cloud: Pick<SimulatedCloud, 'log'>,
  { queued }: Pick<DeskEvidence, 'queued'>,
): Generator<string> {
  const told = cloud.log({ newerThan: '0' }, Number.MAX_SAFE_INTEGER).lines.map(inWords)
  const rows = store.log.all(wholeLog)
  const shared = new Set(rows.filter(({ here }) => !here).map(inWords))
  for (const line of told) if (!shared.delete(line)) yield `I14 missing or twice: ${line}`
  for (const line of shared) {
    const waits = [...queued].some((opId) => line.startsWith(opId))
    if (!waits) yield `I14 never in the cloud: ${line}`
  }
  for (const row of rows) {
    if (row.here && row.refusal === null && !queued.has(row.opId)) {
      yield `I14 waits for nothing: ${inWords(row)}`
    }
  }
}

const inWords = ({ opId, nth, what, card, refusal }: LogLine) =>
  `${opId}.${nth} ${what} ${card} ${refusal ?? 'done'}`
