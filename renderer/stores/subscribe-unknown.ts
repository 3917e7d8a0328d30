import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { createLoader } from './loader.ts'
import { deskOf, useSession } from './session.ts'
import { askUnknown, forgetUnknown, unknownDone, useUnknown } from './unknown-cards.ts'
import { untilAnswered } from './until-answered.ts'
import { useView } from './view.ts'

/** Reads the cards that nobody has while they are looked at, and again when somebody gets one or loses it. */
export function createUnknownSubscription(deps: {
  readonly scan: Pick<Asking<Ipc>['scan'], 'cards'>
  readonly people: Pick<Asking<Ipc>['people'], 'changed'>
  readonly pause: (ms: number) => Promise<void>
}) {
  const stops: (() => void)[] = []

  const read = createLoader(async () => {
    const { query } = useUnknown.getState()
    const desk = deskOf(useSession.getState())
    const answer = await untilAnswered(() => deps.scan.cards(query), deps.pause)
    if (query !== useUnknown.getState().query || desk !== deskOf(useSession.getState())) return
    if (!answer.ok) return useUnknown.setState({ failure: answer })
    const page = answer.value
    if (page.rows.length === 0 && query.at !== null) return askUnknown({ ...query, at: null })
    useUnknown.setState({ page, failure: null })
  })

  const isShown = () => useView.getState().screen === 'unknown-cards'
  const readWhileShown = () => {
    if (isShown()) void read()
  }

  return {
    start() {
      stops.push(
        deps.people.changed(readWhileShown),
        useUnknown.subscribe((now, before) => {
          if (now.query !== before.query || now.looks !== before.looks) readWhileShown()
        }),
        useView.subscribe((now, before) => {
          if (now.screen === before.screen) return
          unknownDone(null)
          readWhileShown()
        }),
        useSession.subscribe((now, before) => {
          if (deskOf(now) === deskOf(before)) return
          forgetUnknown()
          if (now.state === 'signed-in') readWhileShown()
        }),
      )
      readWhileShown()
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}
