import { randomUUID } from 'node:crypto'
import { createHandlers } from '../../cloud/routes/all.ts'
import type { Handlers } from '../../cloud/routes/handlers.ts'
import { type HttpDeps, createHttp } from '../../cloud/routes/http.ts'
import { observeNothing } from '../../cloud/observe.ts'
import { createAccountDatabase } from './cloud-database.ts'

type More = Partial<Pick<HttpDeps, 'isStopping' | 'patience'>> & { handlers?: Partial<Handlers> }

/** The contract over HTTP on a database of its own, not listening yet, with some handlers in place of ours. */
export async function httpWith({ handlers, ...more }: More) {
  const { db, now } = await createAccountDatabase()
  const bugs: unknown[] = []
  const onBug = (error: unknown) => void bugs.push(error)
  const feedEpoch = randomUUID()
  const parts = createHandlers({
    db,
    cloudId: randomUUID(),
    feedEpoch,
    restored: null,
    now,
    registrationUrl: (token) => token,
    mailQueued: () => {},
    observe: observeNothing,
    provider: null,
    onBug,
  })
  const own = { handlers: { ...parts.handlers, ...handlers }, isStopping: () => false }
  const http = await createHttp({ ...parts, ...own, ...more, onBug })
  return { http, bugs, db }
}
