import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { laidCard } from '../../core/scan/laid.ts'
import type { Meeting } from '../../core/scan/scan.ts'
import { createLoader } from './loader.ts'
import { type MeetingAsk, forgetMeetings, tapsGoTo, useMeeting } from './meeting.ts'
import { ask, searched, usePending } from './pending.ts'
import { selectOnly } from './selection.ts'
import { deskOf, useSession } from './session.ts'
import { answerTap } from './tap-answer.ts'
import { lookAtUnknown, lookForUnknown } from './unknown-cards.ts'
import { untilAnswered } from './until-answered.ts'
import { searchUsers } from './users.ts'
import { show, useView } from './view.ts'

/** Finds out whose a tapped card is, and shows them where they are; one that nobody has is offered. */
export function createMeetingSubscription(deps: {
  readonly scan: Pick<Asking<Ipc>['scan'], 'meet'>
  readonly pause: (ms: number) => Promise<void>
}) {
  const stops: (() => void)[] = []

  const drain = createLoader(async () => {
    for (;;) {
      const [first, ...asks] = useMeeting.getState().asks
      if (first === undefined) return
      useMeeting.setState({ asks })
      await carryOut(first)
    }
  })

  async function carryOut(asked: MeetingAsk) {
    const desk = deskOf(useSession.getState())
    const { tap, place } = asked
    const answer = await untilAnswered(() => deps.scan.meet(laidCard(tap)), deps.pause)
    if (desk !== deskOf(useSession.getState())) return
    lookAtUnknown()
    // What is about to be given is told by the field that it is in.
    if (place === 'field') return
    const { uid, reader, label } = tap
    if (!answer.ok) {
      useMeeting.setState({ nobodys: null, failure: answer })
      return answerTap({ meaning: 'not-saved', uid, reader, label })
    }
    learn(asked, answer.value)
  }

  function learn({ tap, place }: MeetingAsk, met: Meeting) {
    const { uid, reader, label } = tap
    useMeeting.setState({ nobodys: null, failure: null })
    switch (met.kind) {
      case 'refused':
        return answerTap({ meaning: 'refused', uid, reader, label })
      case 'held':
        if (place !== 'unknown-cards') showHolder(met)
        return answerTap({ meaning: 'found', uid, reader, label, holder: met.name })
      case 'unknown':
        useMeeting.setState({ found: null })
        if (place !== 'unknown-cards') useMeeting.setState({ nobodys: { tap, kept: met.card } })
        else if (met.card !== null) lookForUnknown(met.card.uid)
        return answerTap({ meaning: met.card === null ? 'passing' : 'unknown', uid, reader, label })
    }
  }

  return {
    start() {
      stops.push(
        useMeeting.subscribe((now, before) => {
          if (now.asks !== before.asks && now.asks.length > 0) void drain()
        }),
        useView.subscribe((now, before) => {
          if (now.screen === before.screen) return
          useMeeting.setState({ at: 'form', found: null, nobodys: null, failure: null })
        }),
        useSession.subscribe((now, before) => {
          if (deskOf(now) !== deskOf(before)) forgetMeetings()
        }),
      )
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}

function showHolder({ recordId, of, uid }: Extract<Meeting, { kind: 'held' }>) {
  const before = useMeeting.getState().found?.count ?? 0
  const from = useView.getState().screen
  if (of === 'user') {
    show({ screen: 'users' })
    searchUsers(uid)
  } else {
    show({ screen: 'user-invitations' })
    tapsGoTo('pending')
    const { query } = usePending.getState()
    if (query.search !== uid) ask(searched(query, uid))
    selectOnly([recordId])
  }
  const elsewhere = from !== useView.getState().screen
  useMeeting.setState({ found: { recordId, count: before + 1, elsewhere } })
}
