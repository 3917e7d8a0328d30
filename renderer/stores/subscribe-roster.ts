import { v7 as newId } from 'uuid'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { RosterOutcome, RosterTap, RosterView } from '../../core/roster/roster.ts'
import { createLoader } from './loader.ts'
import { type NewList, type RosterAsk, forgetRoster, useRoster } from './roster.ts'
import { deskOf, useSession } from './session.ts'
import { type TapMeaning, answerTap } from './tap-answer.ts'
import { untilAnswered } from './until-answered.ts'
import { show, useView } from './view.ts'

/** Assignments that the pace is reckoned from. */
const rememberedTimes = 40

/** Carries out what is asked of the list, one after the other, and shows again what a restart interrupted. */
export function createRosterSubscription(deps: {
  readonly roster: Asking<Ipc>['roster']
  readonly pause: (ms: number) => Promise<void>
}) {
  const { roster, pause } = deps
  const stops: (() => void)[] = []

  const drain = createLoader(async () => {
    for (;;) {
      const [ask, ...asks] = useRoster.getState().asks
      if (ask === undefined) return
      useRoster.setState({ asks })
      await carryOut(ask)
    }
  })

  async function carryOut(ask: RosterAsk): Promise<void> {
    if (ask.kind === 'create') return learn(await create(ask.list))
    if (ask.kind === 'list') return readLists()
    if (ask.kind === 'open' || ask.kind === 'look') {
      const one = { rosterId: ask.rosterId, run: ask.kind === 'open' }
      return learn(await untilAnswered(() => roster.open(one), pause))
    }
    const { view } = useRoster.getState()
    if (view === null) return
    const rosterId = view.id
    switch (ask.kind) {
      case 'tap':
        return assign(view, ask)
      case 'step': {
        const step = stepOf(ask, view)
        if (step === null) return
        return learn(await untilAnswered(() => roster.step({ rosterId, step }), pause))
      }
      case 'undo': {
        const [last] = view.recent
        if (last === undefined) return
        const undo = { rosterId, opId: last.opId, newOpId: newId(), changeOpId: newId() }
        return learn(await untilAnswered(() => roster.undo(undo), pause))
      }
      case 'finish':
        return learn(await untilAnswered(() => roster.finish({ rosterId }), pause))
      case 'pause': {
        const answer = await untilAnswered(() => roster.pause({ rosterId }), pause)
        if (!answer.ok) return useRoster.setState({ failure: answer })
        useRoster.setState({ view: null, news: null, failure: null, times: [] })
        return readLists()
      }
    }
  }

  function create({ title, source, people: listed }: NewList) {
    const rosterId = newId()
    const people = listed.map((person) => ({ ...person, opId: newId() }))
    return untilAnswered(() => roster.create({ rosterId, title, source, people }), pause)
  }

  function learn(
    answer: Awaited<ReturnType<typeof roster.open>> | Awaited<ReturnType<typeof roster.undo>>,
  ) {
    if (answer.ok) useRoster.setState({ view: answer.value, news: null, failure: null })
    else useRoster.setState({ failure: answer })
  }

  async function assign(view: RosterView, { tap, move }: Extract<RosterAsk, { kind: 'tap' }>) {
    const { uid, atr, source = 'reader', ndefText, reader, label } = tap
    const answer = (meaning: TapMeaning) => answerTap({ meaning, uid, reader, label })
    if (view.current === null) return answer('nobody')
    const { opId } = view.current
    const moveOpId = move ? newId() : null
    const rosterId = view.id
    const asked: RosterTap = { rosterId, opId, uid, atr, source, ndefText, reader, moveOpId }
    const done = await untilAnswered(() => roster.tap(asked), pause)
    if (!done.ok) {
      useRoster.setState({ failure: done, news: null })
      return answer('not-saved')
    }
    const { outcome } = done.value
    useRoster.setState(({ times }) => ({
      view: done.value.view,
      news: { outcome, tap },
      failure: null,
      times:
        outcome.kind === 'assigned' ? [...times, performance.now()].slice(-rememberedTimes) : times,
    }))
    answer(meanings[outcome.kind])
  }

  async function readLists() {
    const lists = await untilAnswered(roster.list, pause)
    if (lists.ok) useRoster.setState({ lists: lists.value })
    else useRoster.setState({ failure: lists })
  }

  /** Where a list was being worked through, the work goes on there. */
  async function resume() {
    const desk = deskOf(useSession.getState())
    const running = await untilAnswered(roster.running, pause)
    if (!running.ok || running.value === null || desk !== deskOf(useSession.getState())) return
    useRoster.setState({ view: running.value })
    if (useView.getState().screen === 'user-invitations') show({ screen: 'roster' })
  }

  return {
    start() {
      stops.push(
        useRoster.subscribe((now, before) => {
          if (now.asks !== before.asks && now.asks.length > 0) void drain()
        }),
        useSession.subscribe((now, before) => {
          if (deskOf(now) === deskOf(before)) return
          forgetRoster()
          if (now.state === 'signed-in') void resume()
        }),
      )
      if (useRoster.getState().view === null) void resume()
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}

function stepOf({ step }: Extract<RosterAsk, { kind: 'step' }>, view: RosterView) {
  if (typeof step === 'object') return { kind: 'go', position: step.go } as const
  if (step === 'back') {
    return view.before === null ? null : ({ kind: 'go', position: view.before } as const)
  }
  return view.current === null ? null : { kind: step, opId: view.current.opId }
}

const meanings: Record<RosterOutcome['kind'], TapMeaning> = {
  assigned: 'assigned',
  'same-again': 'same',
  taken: 'taken',
  refused: 'refused',
  passed: 'same',
}
