import { fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

export type BareServer = {
  /** Posts the bodies one after the other and reads every answer; the milliseconds it took. */
  readonly post: (bodies: readonly string[]) => Promise<number>
  readonly end: () => void
}

/** The bare server as a process of its own, on a copy of what a cloud that is at rest has made. */
export async function startBareServer(dataDir: string, accountId: string): Promise<BareServer> {
  const file = path.join(dataDir, 'bare.sqlite')
  copyFileSync(path.join(dataDir, 'cloud.sqlite'), file)
  const entry = fileURLToPath(new URL('./bare-upsert-server.ts', import.meta.url))
  const child = fork(entry, [file, accountId])
  const port = z.number().parse((await once(child, 'message'))[0])
  const url = `http://127.0.0.1:${port}/`
  return {
    async post(bodies) {
      const begun = performance.now()
      for (const body of bodies) {
        const headers = { 'content-type': 'application/json' }
        const answer = await fetch(url, { method: 'POST', headers, body })
        told.parse(await answer.json())
      }
      return performance.now() - begun
    },
    end: () => void child.kill('SIGKILL'),
  }
}

const told = z.object({ results: z.array(z.unknown()).min(1) })
