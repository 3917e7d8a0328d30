import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { setSession, useSession } from './session.ts'
import { show, useView, viewAfter } from './view.ts'

/** Keeps session and view up to date. All that the first screen needs; the desk has its own beside it. */
export function createSessionSubscription(session: Asking<Ipc>['session']) {
  const stops: (() => void)[] = []
  return {
    start() {
      stops.push(
        useSession.subscribe((view) => show(viewAfter(view, useView.getState()))),
        session.changed(setSession),
      )
      void session.get().then((answer) => {
        if (answer.ok) setSession(answer.value)
      })
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}
