import type { Randomness } from '../../support/randomness.ts'
import type { DiskEvent } from './trace.ts'

/** What happens to what was written and not yet synced when the power fails. */
export const fates = ['none', 'prefix', 'subset', 'torn', 'garbage'] as const
export type Fate = (typeof fates)[number]

type Change = Exclude<DiskEvent, { kind: 'sync' }>
type FileState = { durable: Buffer; pending: Change[] }

const sectorBytes = 512

/**
 * The files of a program as a disk keeps them: what was synced is there for ever, what was not is at the
 * mercy of the cut. Creating and removing files is taken to be durable at once.
 */
export function createDisk(start: ReadonlyMap<string, Buffer>) {
  const files = new Map<string, FileState>()
  for (const [name, content] of start) files.set(name, { durable: content, pending: [] })

  function fileOf(name: string): FileState {
    const known = files.get(name) ?? { durable: Buffer.alloc(0), pending: [] }
    files.set(name, known)
    return known
  }

  return {
    take(event: DiskEvent): void {
      const file = fileOf(event.file)
      if (event.kind === 'sync') {
        file.durable = applied(file.durable, file.pending)
        file.pending = []
      } else file.pending.push(event)
    },
    /** The contents after a cut at this moment. */
    cut(fate: Fate, dice: Randomness): ReadonlyMap<string, Buffer> {
      const surviving = ({ durable, pending }: FileState) =>
        applied(durable, survivors(pending, fate, dice))
      return new Map([...files].map(([name, file]) => [name, surviving(file)]))
    },
  }
}

function survivors(pending: readonly Change[], fate: Fate, dice: Randomness): readonly Change[] {
  const some = pending.slice(0, dice.below(pending.length + 1))
  switch (fate) {
    case 'none':
      return []
    case 'prefix':
      return some
    case 'subset':
      return pending.filter(() => dice.chance(0.5))
    case 'torn':
      return some.map((change, n) => (n === some.length - 1 ? torn(change, dice, null) : change))
    case 'garbage':
      return some.map((change) => (dice.chance(0.3) ? torn(change, dice, dice.below(256)) : change))
  }
}

/** Only some sectors arrive; with a `filler` the others hold something else than before. */
function torn(change: Change, dice: Randomness, filler: number | null): Change {
  if (change.kind !== 'write') return change
  if (filler === null) {
    const sectors = Math.floor(change.data.length / sectorBytes)
    return { ...change, data: change.data.subarray(0, dice.below(sectors + 1) * sectorBytes) }
  }
  const data = Buffer.from(change.data)
  for (let at = 0; at < data.length; at += sectorBytes) {
    if (dice.chance(0.5)) data.fill(filler, at, Math.min(data.length, at + sectorBytes))
  }
  return { ...change, data }
}

function applied(durable: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return durable
  const ends = changes.map((each) => (each.kind === 'write' ? each.at + each.data.length : 0))
  const room = Buffer.alloc(Math.max(durable.length, ...ends))
  durable.copy(room)
  let length = durable.length
  for (const change of changes) {
    if (change.kind === 'truncate') {
      if (change.length < length) room.fill(0, change.length, length)
      length = change.length
    } else {
      change.data.copy(room, change.at)
      length = Math.max(length, change.at + change.data.length)
    }
  }
  return length <= room.length
    ? room.subarray(0, length)
    : Buffer.concat([room, Buffer.alloc(length - room.length)])
}
