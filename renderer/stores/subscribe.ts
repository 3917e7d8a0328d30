import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { SessionView } from '../../core/session.ts'
import type { Player } from '../sound/play.ts'
import { beginWith } from './aside.ts'
import { askToDiscard } from './discard.ts'
import { emptyForm, goToStart, useForm } from './form.ts'
import { forgetLists, learnRecent, useLists } from './lists.ts'
import { lockDesk } from './lock-desk.ts'
import { createKeptSubscription } from './kept-open.ts'
import { createLoader } from './loader.ts'
import { newUserWithNobodys, useMeeting } from './meeting.ts'
import { ask, forgetPending, usePending } from './pending.ts'
import { useReader } from './reader.ts'
import { deskOf, useSession } from './session.ts'
import { createMeetingSubscription } from './subscribe-meetings.ts'
import { createPendingSubscriptions } from './subscribe-pending.ts'
import { createProfileSubscription } from './subscribe-profile.ts'
import { createRosterSubscription } from './subscribe-roster.ts'
import { createScanSubscription } from './subscribe-scan.ts'
import { createUnknownSubscription } from './subscribe-unknown.ts'
import { createUsersSubscription } from './subscribe-users.ts'
import { useSync } from './sync.ts'
import { createTapSubscription } from './subscribe-taps.ts'
import { untilAnswered } from './until-answered.ts'
import { show, useView } from './view.ts'

/** Everything that happens to the desk's stores from outside, and everything that a change of them causes. */
export function createDeskSubscriptions(deps: {
  readonly app: Asking<Ipc>
  readonly pause: (ms: number) => Promise<void>
}) {
  const { app } = deps
  const stops: (() => void)[] = []
  const pendingTable = createPendingSubscriptions(deps)
  const profile = createProfileSubscription(app)
  const taps = createTapSubscription({ reader: app.reader, play: createLatePlayer() })
  const roster = createRosterSubscription({ roster: app.roster, pause: deps.pause })
  const scan = createScanSubscription({ scan: app.scan, pause: deps.pause })
  const meetings = createMeetingSubscription({ scan: app.scan, pause: deps.pause })
  const unknown = createUnknownSubscription({
    scan: app.scan,
    people: app.people,
    pause: deps.pause,
  })
  const users = createUsersSubscription({ people: app.people, pause: deps.pause })

  const kept = createKeptSubscription({
    lock: app.lock,
    pause: deps.pause,
    now: () => performance.now(),
  })

  const parts = [pendingTable, users, roster, scan, meetings, unknown, profile, taps, kept]

  const readPending = createLoader(async () => {
    const { query } = usePending.getState()
    const answer = await untilAnswered(() => app.people.pending(query), deps.pause)
    if (query !== usePending.getState().query) return readPendingAgain()
    if (!answer.ok) return usePending.setState({ failure: answer })
    const page = answer.value
    if (page.rows.length === 0 && query.at !== null) return ask({ ...query, at: null })
    usePending.setState({ page, failure: null })
  })
  const readPendingAgain = () => void readPending()

  const readLists = createLoader(async () => {
    const [recent, parked] = await Promise.all([
      untilAnswered(app.people.recent, deps.pause),
      untilAnswered(app.people.parked, deps.pause),
    ])
    if (recent.ok) learnRecent(recent.value)
    if (parked.ok) useLists.setState({ parked: parked.value })
  })

  function readPeople() {
    void readPending()
    void readLists()
  }

  async function readStatus() {
    const [reader, sync] = await Promise.all([
      untilAnswered(app.reader.status, deps.pause),
      untilAnswered(app.sync.status, deps.pause),
    ])
    if (reader.ok) useReader.setState(reader.value, true)
    if (sync.ok) useSync.setState(sync.value, true)
  }

  /** Nothing of one person's lists or of a half-typed form may be seen by the next. */
  function forgetOther(now: SessionView, before: SessionView) {
    if (deskOf(now) === deskOf(before)) return
    forgetPending()
    forgetLists()
    emptyForm()
    useForm.setState({ sent: null, aside: [] })
    if (now.state === 'signed-in') readPeople()
  }

  return {
    start() {
      for (const part of parts) part.start()
      stops.push(
        ...parts.map((part) => () => part.stop()),
        app.sync.changed((status) => useSync.setState(status, true)),
        app.people.changed(readPeople),
        app.app.command((command) => {
          if (command === 'sync-now') return void app.sync.now()
          if (command === 'lock') return void lockDesk(app.lock)
          if (command === 'new-person' && takeUpTapped()) return
          show({ screen: 'user-invitations' })
          if (command === 'discard') askToDiscard()
          else goToStart()
        }),
        usePending.subscribe((now, before) => {
          if (now.query !== before.query) void readPending()
        }),
        useSession.subscribe(forgetOther),
      )
      readPeople()
      void readStatus()
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}

/** A card that was tapped and waits for an answer goes to the new person. */
function takeUpTapped(): boolean {
  const { nobodys } = useMeeting.getState()
  const form = useForm.getState()
  if (nobodys !== null) newUserWithNobodys()
  else if (form.card.offer !== null && useView.getState().screen === 'user-invitations') {
    beginWith(form.card.offer)
  } else return false
  return true
}

/** Loaded with the first sound: a desk may be quiet for hours. */
function createLatePlayer() {
  let player: Promise<Player> | null = null
  return (...heard: Parameters<Player['play']>) => {
    player ??= import('../sound/play.ts').then(({ createPlayer }) => createPlayer())
    void player.then(({ play }) => play(...heard))
  }
}
