import type { ReaderPort } from './reader.ts'

/** UID and ATR in hexadecimal, as the card sends them; without an ATR an NTAG is assumed. */
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
