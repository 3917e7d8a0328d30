import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { askLog, forgetLog, useDeskLog } from './desk-log.ts'
import { createLoader } from './loader.ts'
import { deskOf, useSession } from './session.ts'
import { untilAnswered } from './until-answered.ts'

/** Reads the log as long as somebody looks at it. */
export function createLogSubscription(deps: {
  readonly log: Pick<Asking<Ipc>['log'], 'page' | 'refresh'>
  readonly changed: Asking<Ipc>['people']['changed']
  readonly pause: (ms: number) => Promise<void>
}) {
  const { log, pause } = deps
  const stops: (() => void)[] = []

  const read = createLoader(async () => {
    const { query } = useDeskLog.getState()
    const desk = deskOf(useSession.getState())
    const answer = await untilAnswered(() => log.page(query), pause)
    if (query !== useDeskLog.getState().query || desk !== deskOf(useSession.getState())) return
    if (!answer.ok) return useDeskLog.setState({ failure: answer })
    const page = answer.value
    if (page.rows.length === 0 && query.at !== null) return askLog({ ...query, at: null })
    useDeskLog.setState({ page, failure: null })
  })
  const readNow = () => void read()

  return {
    start() {
      stops.push(
        deps.changed(readNow),
        useDeskLog.subscribe((now, before) => {
          if (now.query !== before.query) readNow()
        }),
        useSession.subscribe((now, before) => {
          if (deskOf(now) === deskOf(before)) return
          forgetLog()
          readNow()
        }),
        forgetLog,
      )
      readNow()
      void log.refresh()
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}
