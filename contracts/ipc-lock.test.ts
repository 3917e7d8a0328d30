import { describe, expect, it } from 'vitest'
import type { Call, Event } from './door.ts'
import { eachEntry } from './face.ts'
import { openWhileLocked } from './ipc-lock.ts'
import { ipc } from './ipc.ts'

const paths: string[] = []
eachEntry<Call | Event>(ipc, (_entry, path) => paths.push(path))

describe('a locked desk', () => {
  it('opens to what the door has, and to nothing of people, cards, readers, lists or files', () => {
    expect([...openWhileLocked].filter((path) => !paths.includes(path))).toEqual([])
    const groups = new Set([...openWhileLocked].map((path) => path.split('.')[0]))
    expect(groups).toEqual(new Set(['app', 'lock', 'preferences', 'reader', 'session', 'sync']))
    const ofReaders = [...openWhileLocked].filter((path) => path.startsWith('reader'))
    expect(ofReaders).toEqual(['reader.typed'])
  })
})
