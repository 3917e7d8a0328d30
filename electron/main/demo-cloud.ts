import type { Answering } from '../../contracts/door.ts'
import { type Host, type OpenEmbeddedCloud, embeddedCloudReply } from '../../contracts/host.ts'
import { fail, ok } from '../../contracts/result.ts'
import type { Child } from './child-process.ts'
import type { Log } from './log.ts'

export type DemoCloudDeps = {
  readonly spawn: () => Child
  readonly open: OpenEmbeddedCloud
  readonly after: (ms: number, run: () => void) => () => void
  readonly log: Log
}

export type DemoCloud = {
  /** Starts the built-in cloud unless it runs; a second call while it starts shares the first. */
  readonly start: () => Promise<Answer>
  readonly stop: () => Promise<void>
}

type Answer = Awaited<ReturnType<Answering<Host>['demoCloud']['start']>>

const startLimitMs = 20_000

export function createDemoCloud(deps: DemoCloudDeps): DemoCloud {
  let running: { child: Child; answer: Promise<Answer>; gone: Promise<void> } | null = null

  function launch(): NonNullable<typeof running> {
    const child = deps.spawn()
    const gone = new Promise<void>((resolve) => {
      child.onExit(() => {
        running = null
        resolve()
      })
    })
    const answer = new Promise<Answer>((resolve) => {
      const giveUp = deps.after(startLimitMs, () => child.kill())
      child.onMessage((message) => {
        const reply = embeddedCloudReply.safeParse(message)
        if (!reply.success) return
        giveUp()
        if (reply.data.ready) {
          const { url, email, password } = reply.data
          return resolve(ok({ url, email, password }))
        }
        deps.log('the built-in cloud did not start', { code: reply.data.code })
        child.kill()
      })
      child.onExit((code) => {
        giveUp()
        deps.log('the built-in cloud ended', { code })
        resolve(fail('demo-failed'))
      })
      child.wire.post(deps.open)
    })
    return { child, answer, gone }
  }

  return {
    start() {
      running ??= launch()
      return running.answer
    },
    async stop() {
      const last = running
      if (last === null) return
      last.child.kill()
      await last.gone
    },
  }
}
