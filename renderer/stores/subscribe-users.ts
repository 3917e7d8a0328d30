import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { closeEdit } from './edit.ts'
import { createLoader } from './loader.ts'
import { deskOf, useSession } from './session.ts'
import { untilAnswered } from './until-answered.ts'
import { closeUserCards } from './user-cards.ts'
import { askUsers, forgetUsers, useUsers } from './users.ts'
import { useView } from './view.ts'

/** Reads the users once, to know whether they can be offered, and again whenever somebody looks at them. */
export function createUsersSubscription(deps: {
  readonly people: Pick<Asking<Ipc>['people'], 'users' | 'changed'>
  readonly pause: (ms: number) => Promise<void>
}) {
  const { people, pause } = deps
  const stops: (() => void)[] = []

  const read = createLoader(async () => {
    const { query } = useUsers.getState()
    const desk = deskOf(useSession.getState())
    const answer = await untilAnswered(() => people.users(query), pause)
    if (query !== useUsers.getState().query || desk !== deskOf(useSession.getState())) return
    if (!answer.ok) return useUsers.setState({ failure: answer })
    const page = answer.value
    if (page.rows.length === 0 && query.at !== null) return askUsers({ ...query, at: null })
    useUsers.setState({ page, failure: null })
  })
  const readNow = () => void read()

  return {
    start() {
      stops.push(
        people.changed(() => {
          if (useView.getState().screen === 'users' || useUsers.getState().page === null) readNow()
        }),
        useUsers.subscribe((now, before) => {
          if (now.query !== before.query) readNow()
        }),
        useView.subscribe((now, before) => {
          if (now.screen === 'users' && before.screen !== 'users') readNow()
        }),
        useSession.subscribe((now, before) => {
          if (deskOf(now) === deskOf(before)) return
          closeEdit()
          closeUserCards()
          forgetUsers()
          if (now.state === 'signed-in') readNow()
        }),
      )
      readNow()
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}
