import type { SyncAnswer, SyncRequest } from '../../electron/sync/sync-engine.ts'

/** What a desk that will be killed is started with, as its one argument. */
export type DoomedDesk = {
  readonly file: string
  readonly seed: number
  /** How many lives there were on this file: each begins by changing its shape. */
  readonly lives: number
  /** The labelled point to die at; empty: at none. */
  readonly aim: string
  /** Wishes and rounds; null: until everything is sent, decided and fetched. */
  readonly steps: number | null
}

export type FromDesk = { readonly ask: SyncRequest }
export type ToDesk = { readonly answer: SyncAnswer; readonly settled: boolean }
