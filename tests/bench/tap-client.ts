import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { memoryOf } from './started-app.ts'

/** A program that prints `ready`, and then a UID and the monotonic time in ns for every card. */
export type TapClient = {
  /** Resolves with the time at which the client knew this UID. */
  uid: (uid: string) => Promise<bigint>
  /** The times at which it told this UID so far. */
  told: (uid: string) => readonly bigint[]
  /** PSS of all its processes, in MiB. */
  memory: () => Promise<number>
  end: () => Promise<void>
}

export async function startTapClient(command: string, args: string[]): Promise<TapClient> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const known = new Map<string, bigint[]>()
  const waiting = new Map<string, (at: bigint) => void>()
  const ended = once(child, 'exit')
  const lines = createInterface({ input: child.stdout })
  const ready = new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      const [word = '', at] = line.split(' ')
      if (word === 'ready') resolve()
      if (at === undefined) return
      known.set(word, [...(known.get(word) ?? []), BigInt(at)])
      waiting.get(word)?.(BigInt(at))
    })
    void ended.then(() => reject(new Error(`${command} ended before it was ready`)))
  })
  await ready
  return {
    uid: (uid) =>
      new Promise((resolve) => {
        const [early] = known.get(uid) ?? []
        if (early === undefined) waiting.set(uid, resolve)
        else resolve(early)
      }),
    told: (uid) => known.get(uid) ?? [],
    memory: () => memoryOf(child),
    async end() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
