import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { createDeskStore } from '../../electron/store/open-desk-store.ts'
import { openedDatabase } from '../support/desk-store-under-test.ts'
import { auditStore, createAuditMemory } from '../support/store-audit.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const program = path.resolve(import.meta.dirname, '../support/desk-that-accepts.ts')

/** Kills the program without warning once it has promised to keep `lines` people; returns all it promised. */
async function promisesUntilKilled(file: string, from: number, lines: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, file, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const promised: string[] = []
  const output = createInterface({ input: child.stdout })
  output.on('line', (line) => {
    promised.push(line)
    if (promised.length === lines) child.kill('SIGKILL')
  })
  await Promise.all([once(child, 'exit'), once(output, 'close')])
  return promised
}

describe('a desk that is killed while it accepts', () => {
  it('still has everything that it promised to keep, time after time', async () => {
    const file = path.join(temporaryFolder(), 'desk.db')
    const memory = createAuditMemory()
    for (const [round, lines] of [3, 17, 40].entries()) {
      const promised = await promisesUntilKilled(file, 1000 * (round + 1), lines)
      expect(promised.length).toBeGreaterThanOrEqual(lines)
      for (const opId of promised) memory.accepted.add(opId)

      const db = openedDatabase(file)
      expect(auditStore(db, memory)).toEqual([])
      const store = createDeskStore(db)
      const total = store.outbox.counts()
      expect(total.ready + total.inflight).toBeGreaterThanOrEqual(memory.accepted.size)
      store.close()
    }
  }, 60_000)
})
