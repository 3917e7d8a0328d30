import { writeSync } from 'node:fs'
import { openDeskStore } from '../../electron/store/open-desk-store.ts'
import { at, id, person } from './desk-people.ts'

/**
 * A program of its own: `node desk-that-accepts.ts FILE FROM` accepts one person after the other until it
 * is killed, claims some in between, and prints each op id once it is safe.
 */
const [path = '', from = '0'] = process.argv.slice(2)
const opened = openDeskStore({ path })
if (!opened.ok) throw new Error(opened.code)
const { people, outbox } = opened.value
outbox.recover()
for (let n = Number(from); ; n += 1) {
  const result = people.acceptCreate({ opId: id(n), fields: person(), at })
  if (!result.ok) throw new Error(result.code)
  writeSync(1, `${result.value.recordId}\n`)
  if (n % 5 === 0) outbox.claim({ items: 2, bytes: 100_000, skip: new Set() })
}
