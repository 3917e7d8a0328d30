import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { SessionView } from '../../core/session.ts'
import { setSession, useSession } from './session.ts'
import { type DeskView, show, useView, viewAfter } from './view.ts'

const pauseMs = 250

/**
 * Keeps session and view up to date. All that the first screen needs; the desk has its own beside it.
 * The process that knows may still be starting, so the first question is asked until it is answered.
 */
export function createSessionSubscription(deps: {
  readonly session: Pick<Asking<Ipc>['session'], 'get' | 'changed'>
  /** Shown until the first answer; null when nothing is known. */
  readonly first: SessionView | null
  /** What was shown when the desk was locked; null: it is not known. */
  readonly screenBefore: () => DeskView | null
  readonly pause: (ms: number) => Promise<void>
}) {
  const stops: (() => void)[] = []
  let known = false

  const learn: typeof setSession = (view) => {
    known = true
    setSession(view)
  }

  async function askUntilKnown(): Promise<void> {
    const answer = await deps.session.get()
    if (known) return
    if (answer.ok) return learn(answer.value)
    await deps.pause(pauseMs)
    return askUntilKnown()
  }

  return {
    start() {
      stops.push(
        useSession.subscribe((view) =>
          show(viewAfter(view, useView.getState(), deps.screenBefore())),
        ),
        deps.session.changed(learn),
      )
      if (deps.first !== null) setSession(deps.first)
      void askUntilKnown()
    },
    stop() {
      known = true
      for (const stop of stops.splice(0)) stop()
    },
  }
}
