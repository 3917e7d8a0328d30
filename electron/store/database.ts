import type { Result } from '../../core/outcome.ts'
import type { StoreRefusal } from '../../core/session.ts'
import type { WriteRefusal } from './desk-store.ts'

/** Rows are typed by the schema: every table is STRICT. JSON inside a column is parsed where it is read. */
export type Statement<Params extends unknown[], Row> = {
  get(...params: Params): Row | undefined
  all(...params: Params): Row[]
  iterate(...params: Params): IterableIterator<Row>
  run(...params: Params): { readonly changes: number }
}

/** The one connection to a file. Everything is synchronous; a write within a write is a part of it. */
export type Database = {
  readonly path: string
  prepare<Params extends unknown[] = [], Row = unknown>(sql: string): Statement<Params, Row>
  /** For questions whose rows are one number each: without an object for every row. */
  numbers(sql: string): { all(...params: (string | number)[]): number[] }
  /** BEGIN IMMEDIATE to COMMIT: returns after the disk has it; a throw rolls back. Throws `StoreUnavailable`. */
  write<T>(work: () => T): T
  /** The same with trouble as a value; what `work` wrote before a refusal of its own is undone. */
  attempt<T, Code extends string>(work: () => Result<T, Code>): Result<T, Code | WriteRefusal>
  /** Runs a read; throws `StoreUnavailable` when the disk or the file is at fault. */
  read<T>(work: () => T): T
  /**
   * Writes the file anew, without anything that was deleted, and removes copies from before a migration.
   * Throws `StoreUnavailable`; then everything is as it was.
   */
  rewrite(): void
  close(): void
}

/** Thrown where an answer has no place for a refusal (reads, claims, settlements); nothing was changed. */
export class StoreUnavailable extends Error {
  readonly refusal: StoreRefusal

  constructor(refusal: StoreRefusal, cause: unknown) {
    super(`The store is unavailable: ${refusal}`, { cause })
    this.name = 'StoreUnavailable'
    this.refusal = refusal
  }
}
