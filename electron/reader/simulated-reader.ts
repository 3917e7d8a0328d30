import type { ReaderStatus, SlotState } from '../../core/reader.ts'
import { fromHex } from './hex.ts'
import { readUid } from './read-uid.ts'
import type { After, ReaderListener, ReaderPort } from './reader.ts'

/** UID and ATR in hexadecimal, as the card sends them; without an ATR it is an NTAG. */
export type SimulatedCard = {
  uid: string
  atr?: string
  /** How long the card lies there, in milliseconds. */
  holdMs?: number
}

export type SimulatedReader = ReaderPort & {
  /** Lays a card on the simulated reader, in place of the one that lies there. */
  present: (card: SimulatedCard) => void
  remove: () => void
}

export const simulatedReaderName = 'Simulated reader'

const NTAG_ATR = '3B8F8001804F0CA0000003060300030000000068'
const HOLD_MS = 1500

/**
 * A reader without hardware, beside the real ones and behind the same port. Its cards answer the
 * same command as real ones, so that what they may show is no more and no less than theirs. It is
 * listed from its first card on.
 */
export function createSimulatedReader({ after }: { after: After }): SimulatedReader {
  let listener: ReaderListener | null = null
  let slot: SlotState | null = null
  let visit = 0
  let callOff = nothing

  const show = (next: SlotState) => {
    slot = next
    listener?.onStatus(status(slot))
  }

  function remove() {
    visit += 1
    callOff()
    if (slot && slot.kind !== 'empty') show({ kind: 'empty' })
  }

  async function read(uid: string, atr: string) {
    const own = visit
    const outcome = await readUid({
      transmit: async () => ({ ok: true, response: fromHex(`${uid}9000`) }),
      atr: fromHex(atr),
      pause: (ms) => new Promise((resolve) => void after(ms, resolve)),
      stillThere: () => visit === own && listener !== null,
    })
    if (outcome.kind === 'left') return
    if (outcome.kind === 'unreadable') return show({ ...outcome, atr: atr.toUpperCase() })
    const reader = simulatedReaderName
    listener?.onTap({
      uid: outcome.uid,
      atr: atr.toUpperCase(),
      reader,
      simulated: true,
      ndefText: null,
    })
    show({ kind: 'card', uid: outcome.uid, atr: atr.toUpperCase() })
  }

  return {
    async start(to) {
      listener = to
      to.onStatus(status(slot))
    },
    async stop() {
      remove()
      listener = null
      slot = null
    },
    present({ uid, atr = NTAG_ATR, holdMs = HOLD_MS }) {
      remove()
      if (!listener) return
      show({ kind: 'reading' })
      callOff = after(holdMs, remove)
      void read(uid, atr)
    },
    remove,
    /** It has neither lamp nor buzzer. */
    signal: async () => 'not-allowed',
  }
}

function status(slot: SlotState | null): ReaderStatus {
  const readers = slot ? [{ name: simulatedReaderName, simulated: true, slot }] : []
  return { service: slot ? 'ready' : 'no-reader', reason: null, readers }
}

const nothing = () => {}
