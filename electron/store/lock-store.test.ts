import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../tests/support/temporary-folder.ts'
import { deskMigrations } from './migrations/index.ts'
import { openDatabase } from './open-database.ts'
import { openDeskStore } from './open-desk-store.ts'

const kept = {
  pin: { salt: Buffer.alloc(16, 1), hash: Buffer.alloc(32, 2), cost: 2 ** 15 },
  failures: 4,
  idleMinutes: 5,
} as const

function opened(file: string) {
  const desk = openDeskStore({ path: file })
  if (!desk.ok) throw new Error(desk.code)
  return desk.value
}

describe('the lock of a desk', () => {
  it('is kept with its failures, and changed one by one', () => {
    const file = path.join(temporaryFolder(), 'desk.db')
    const desk = opened(file)
    expect(desk.lock.kept()).toBeNull()
    expect(desk.lock.keep(kept).ok).toBe(true)
    desk.lock.setFailures(5)
    desk.lock.setIdle(0)
    desk.close()
    const again = opened(file)
    expect(again.lock.kept()).toEqual({ ...kept, failures: 5, idleMinutes: 0 })
    again.close()
  })

  it.each(deskMigrations.filter(({ version }) => version < 130).map(({ version }) => version))(
    'comes to a desk of version %i without a PIN',
    (last) => {
      const file = path.join(temporaryFolder(), 'desk.db')
      const migrations = deskMigrations.filter(({ version }) => version <= last)
      const before = openDatabase({ path: file, key: null, migrations })
      if (!before.ok) throw new Error(before.code)
      before.value.close()
      const desk = opened(file)
      expect(desk.lock.kept()).toBeNull()
      expect(desk.lock.keep(kept).ok).toBe(true)
      desk.close()
    },
  )
})
