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

/**
 * What answers and what asks. `fastify`: Fastify and axios on connections that are kept, which a cloud and a
 * desk are made of. `node`: Node's own server and fetch, the least that there is.
 */
export type Front = 'fastify' | 'node'

/** The bare server as a process of its own, on a copy of what a cloud that is at rest has made. */
export async function startBareServer(
  { dataDir, accountId }: { readonly dataDir: string; readonly accountId: string },
  front: Front,
): Promise<BareServer> {
  const file = path.join(dataDir, `bare-${front}.sqlite`)
  copyFileSync(path.join(dataDir, 'cloud.sqlite'), file)
  const entry = fileURLToPath(new URL('./bare-upsert-server.ts', import.meta.url))
  const child = fork(entry, [file, accountId, front])
  const port = z.number().parse((await once(child, 'message'))[0])
  const post = posts[front](`http://127.0.0.1:${port}/`)
  return {
    async post(bodies) {
      const begun = performance.now()
      for (const body of bodies) told.parse(await post(body))
      return performance.now() - begun
    },
    end: () => void child.kill('SIGKILL'),
  }
}

const headers = { 'content-type': 'application/json' }

/** The answer's JSON, read. */
const posts: Readonly<Record<Front, (url: string) => (body: string) => Promise<unknown>>> = {
  fastify(url) {
    const client = axios.create({ headers, httpAgent: new Agent({ keepAlive: true }) })
    return async (body) => (await client.post<unknown>(url, Buffer.from(body))).data
  },
  node: (url) => async (body) => {
    const answer = await fetch(url, { method: 'POST', headers, body })
    return answer.json()
  },
}

const told = z.object({ results: z.array(z.unknown()).min(1) })
