/** The cloud, except that it is killed after the COMMIT of its first batch and before the answer. */
import { parseCommandLine } from '../../cloud/command-line.ts'
import { listen } from '../../cloud/listen.ts'
import { createHandlers } from '../../cloud/routes/all.ts'
import type { Handlers } from '../../cloud/routes/handlers.ts'
import { createHttp } from '../../cloud/routes/http.ts'
import { observeNothing } from '../../cloud/observe.ts'
import { read } from '../../cloud/store/meta.ts'
import { openDatabase } from '../../cloud/store/open-database.ts'

const command = parseCommandLine(process.argv.slice(2))
if (!command.ok || command.value.kind !== 'serve') throw new Error('wrong arguments')
const database = await openDatabase(command.value)
if (!database.ok) throw new Error(database.code)

const cloudId = (await read(database.value, 'cloud-id')) ?? ''
const feedEpoch = (await read(database.value, 'feed-epoch')) ?? ''
const onBug = (error: unknown) => console.error(error)
const { handlers, findSession, floodOf } = createHandlers({
  db: database.value,
  cloudId,
  feedEpoch,
  restored: null,
  provider: null,
  now: () => new Date(),
  registrationUrl: (token) => token,
  mailQueued: () => {},
  observe: observeNothing,
  onBug,
})
const batch: Handlers['batch'] = async (call) => {
  const answer = await handlers.batch(call)
  process.kill(process.pid, 'SIGKILL')
  return answer
}
const parts = {
  handlers: { ...handlers, batch },
  findSession,
  floodOf,
  isStopping: () => false,
  onBug,
}
const listening = await listen(await createHttp(parts), command.value, database.value)
if (!listening.ok) throw new Error(listening.code)
process.stdout.write(`${JSON.stringify({ ready: true, url: listening.value, cloudId })}\n`)
