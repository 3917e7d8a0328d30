import type { UnreadableReason } from '../../core/reader.ts'
import { getUid } from './commands/get-uid.ts'
import { toHex } from './hex.ts'

/** One exchange with a card; what went wrong is already a reason. */
export type Transmit = (apdu: Uint8Array) => Promise<Exchange>
export type Exchange = { ok: true; response: Uint8Array } | { ok: false; reason: UnreadableReason }

export type ReadUidDeps = {
  transmit: Transmit
  atr: Uint8Array
  pause: (ms: number) => Promise<void>
  /** Whether the card that this began with is still the one lying there. */
  stillThere: () => boolean
}

export type ReadOutcome =
  { kind: 'uid'; uid: string } | { kind: 'unreadable'; reason: UnreadableReason } | { kind: 'left' }

const RETRIES = 2
/** Long enough for a hand at the edge of the field to move on. */
const RETRY_MS = 60

/** Asks one card for its UID, up to three times while it lies there. */
export async function readUid(deps: ReadUidDeps): Promise<ReadOutcome> {
  for (let retries = 0; ; retries += 1) {
    const outcome = await askOnce(deps)
    if (!deps.stillThere()) return { kind: 'left' }
    const moved = outcome.kind === 'unreadable' && outcome.reason === 'moved'
    if (!moved || retries === RETRIES) return outcome
    await deps.pause(RETRY_MS)
    if (!deps.stillThere()) return { kind: 'left' }
  }
}

async function askOnce({ transmit, atr }: ReadUidDeps): Promise<ReadOutcome> {
  const first = await ask(transmit, atr, 0)
  const answer = first.kind === 'wrong-length' ? await ask(transmit, atr, first.length) : first
  if (answer.kind === 'uid') return { kind: 'uid', uid: toHex(answer.uid) }
  return { kind: 'unreadable', reason: 'reason' in answer ? answer.reason : reasonFor[answer.kind] }
}

const reasonFor = {
  again: 'moved',
  'no-uid': 'no-uid',
  'bad-answer': 'bad-answer',
  'wrong-length': 'bad-answer',
} as const

async function ask(transmit: Transmit, atr: Uint8Array, length: number) {
  const exchange = await transmit(getUid.build(length))
  if (!exchange.ok) return { kind: 'failed' as const, reason: exchange.reason }
  return getUid.parse(exchange.response, atr)
}
