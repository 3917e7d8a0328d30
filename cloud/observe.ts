import type { ItemResult } from '../contracts/cloud-api.ts'

/** What the rest of the cloud tells of its work. Labels are words of the contract: never an id, never a text. */
export type Observe = {
  /** `endpoint`: the pattern of its address, `none` for an address that there is none for. */
  readonly answered: (endpoint: string, status: number, seconds: number) => void
  readonly batch: (results: readonly ItemResult[]) => void
  /** How many changes of its account a desk had not seen when it asked. */
  readonly pulled: (behind: number) => void
}

export const observeNothing: Observe = { answered() {}, batch() {}, pulled() {} }
