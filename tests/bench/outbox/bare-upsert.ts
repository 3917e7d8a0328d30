import { fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import { Agent } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import axios from 'axios'
import { z } from 'zod'

export type BareServer = {
  /** Posts the bodies one after the other and reads every answer; the milliseconds it took. */
  readonly post: (bodies: readonly string[]) => Promise<number>
  readonly end: () => void
}

/** `all`: every row that the cloud keeps of an item. `records`: without desk log and audit. */
export type Rows = 'all' | 'records'

/**
 * The bare server as a process of its own, on a copy of what a cloud that is at rest has made: Fastify and
 * axios on connections that are kept, as in cloud and desk.
 */
export async function startBareServer(
  { dataDir, accountId }: { readonly dataDir: string; readonly accountId: string },
  rows: Rows,
): Promise<BareServer> {
  const file = path.join(dataDir, `bare-${rows}.sqlite`)
  copyFileSync(path.join(dataDir, 'cloud.sqlite'), file)
  const entry = fileURLToPath(new URL('./bare-upsert-server.ts', import.meta.url))
  const child = fork(entry, [file, accountId, rows])
  const port = z.number().parse((await once(child, 'message'))[0])
  const client = axios.create({ headers, httpAgent: new Agent({ keepAlive: true }) })
  const url = `http://127.0.0.1:${port}/`
  return {
    async post(bodies) {
      const begun = performance.now()
      for (const body of bodies) {
        told.parse((await client.post<unknown>(url, Buffer.from(body))).data)
      }
      return performance.now() - begun
    },
    end: () => void child.kill('SIGKILL'),
  }
}

const headers = { 'content-type': 'application/json' }

const told = z.object({ results: z.array(z.unknown()).min(1) })
