import type { Net, PowerMonitor } from 'electron'

export type Nudge = 'resumed' | 'focus' | 'online'

export type NudgesDeps = {
  readonly powerMonitor: Pick<PowerMonitor, 'on' | 'off'>
  readonly net: Pick<Net, 'isOnline'>
  readonly nudge: (why: Nudge) => void
}

/** There is no event for it in main: asked so often, in milliseconds; the answer comes from memory. */
const onlineLookMs = 5000

/** Tells when waiting for the cloud has become pointless. */
export function createNudges(deps: NudgesDeps): {
  readonly start: () => void
  readonly stop: () => void
} {
  const resumed = () => deps.nudge('resumed')
  let wasOnline = true
  let looking: NodeJS.Timeout | undefined
  return {
    start() {
      deps.powerMonitor.on('resume', resumed)
      wasOnline = deps.net.isOnline()
      looking = setInterval(() => {
        const online = deps.net.isOnline()
        if (online && !wasOnline) deps.nudge('online')
        wasOnline = online
      }, onlineLookMs)
    },
    stop() {
      deps.powerMonitor.off('resume', resumed)
      clearInterval(looking)
    },
  }
}
