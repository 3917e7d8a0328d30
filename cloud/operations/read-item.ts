import type { Result } from '../../contracts/result.ts'
import type { Operation } from '../../core/operation.ts'
import { sha256 } from '../tokens.ts'
import { parseItem } from './parse-item.ts'

/** An item of a batch as it came: all that is known of it for certain is its key. */
export type Item = { readonly opId: string; readonly [key: string]: unknown }

export type ReadItem = {
  readonly opId: string
  /** SHA-256 of whose it is and its bytes: under one key nobody else is answered, whatever they may see. */
  readonly hash: string
  /** Of its bytes alone, as entries were made before. */
  readonly hashOfBytes: () => string
  readonly operation: Result<Operation, 'schema'>
}

export function readItem(item: Item, { personId }: { readonly personId: string }): ReadItem {
  const bytes = bytesOf(item)
  const operation = parseItem(item, bytes === null ? Infinity : Buffer.byteLength(bytes))
  const hash = sha256(`${personId}\n${bytes ?? ''}`)
  return { opId: item.opId, hash, hashOfBytes: () => sha256(bytes ?? ''), operation }
}

/** null: nested so deeply that it cannot be written down, as no operation is. */
function bytesOf(item: Item): string | null {
  try {
    return JSON.stringify(item)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
