import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { SessionView } from '../../core/session.ts'
import { forgetDirectory, useDirectory } from './directory.ts'
import { forgetHandOvers, useHandOvers } from './hand-overs.ts'
import { createLoader } from './loader.ts'
import { forgetNotices, useNotices } from './notices.ts'
import { closeAction } from './pending-actions.ts'
import { type PendingState, ask, isUntouched, orderOf, sameOrder, usePending } from './pending.ts'
import { changePreferences, usePreferences } from './preferences.ts'
import { forgetRemovals } from './removals.ts'
import { clearSelection } from './selection.ts'
import { deskOf, useSession } from './session.ts'
import { untilAnswered } from './until-answered.ts'

/** What the table of pending invitations needs beside its pages: groups, notices, and its order of last time. */
export function createPendingSubscriptions(deps: {
  readonly app: Pick<Asking<Ipc>, 'directory' | 'handOvers' | 'people' | 'preferences'>
  readonly pause: (ms: number) => Promise<void>
}) {
  const { app } = deps
  const stops: (() => void)[] = []

  const readDirectory = createLoader(async () => {
    const answer = await untilAnswered(app.directory.get, deps.pause)
    if (answer.ok && stops.length > 0) useDirectory.setState({ directory: answer.value })
  })
  const readNotices = createLoader(async () => {
    const answer = await untilAnswered(app.people.notices, deps.pause)
    if (answer.ok && stops.length > 0) useNotices.setState({ list: answer.value })
  })
  const readHandOvers = createLoader(async () => {
    const answer = await untilAnswered(app.handOvers.list, deps.pause)
    if (answer.ok && stops.length > 0) useHandOvers.setState({ list: answer.value })
  })

  function readAll() {
    void readDirectory()
    void readNotices()
    void readHandOvers()
  }

  /** The order of last time, as long as nobody chose another one here. */
  function takeOrder() {
    const { preferences, kept } = usePreferences.getState()
    const { query } = usePending.getState()
    if (!kept || !isUntouched(query) || sameOrder(query, preferences.pending)) return
    ask({ ...query, ...preferences.pending })
  }

  function queryChanged(now: PendingState, before: PendingState) {
    if (now.query === before.query) return
    if (isUntouched(now.query)) return takeOrder()
    if ((now.query.search ?? '') !== (before.query.search ?? '')) clearSelection()
    const { preferences, kept } = usePreferences.getState()
    if (!kept || sameOrder(now.query, preferences.pending)) return
    void changePreferences(app.preferences, { pending: orderOf(now.query) })
  }

  function forgetOther(now: SessionView, before: SessionView) {
    if (deskOf(now) === deskOf(before)) return
    clearSelection()
    closeAction()
    forgetRemovals()
    forgetDirectory()
    forgetNotices()
    forgetHandOvers()
    if (now.state === 'signed-in') readAll()
  }

  return {
    start() {
      stops.push(
        app.directory.changed(() => void readDirectory()),
        app.people.changed(() => void readNotices()),
        app.people.changed(() => void readHandOvers()),
        usePreferences.subscribe(takeOrder),
        usePending.subscribe(queryChanged),
        useSession.subscribe(forgetOther),
      )
      takeOrder()
      readAll()
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}
