import { v7 as newId } from 'uuid'
import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import { laidCard } from '../../core/scan/laid.ts'
import type { ScanOutcome, ScanView } from '../../core/scan/scan.ts'
import type { DeskTap } from '../../core/desk-reader.ts'
import { createLoader } from './loader.ts'
import { type ScanAsk, forgetScan, useScan } from './scan.ts'
import { deskOf, useSession } from './session.ts'
import { type TapMeaning, answerTap } from './tap-answer.ts'
import { untilAnswered } from './until-answered.ts'
import { show, useView } from './view.ts'

/** Carries out what is asked of the quick scan, one after the other, and shows again what a restart interrupted. */
export function createScanSubscription(deps: {
  readonly scan: Asking<Ipc>['scan']
  readonly pause: (ms: number) => Promise<void>
}) {
  const { scan, pause } = deps
  const stops: (() => void)[] = []

  const drain = createLoader(async () => {
    for (;;) {
      const [ask, ...asks] = useScan.getState().asks
      if (ask === undefined) return
      useScan.setState({ asks })
      await carryOut(ask)
    }
  })

  async function carryOut(ask: ScanAsk): Promise<void> {
    if (ask.kind === 'suggest') return suggest()
    if (ask.kind === 'start') {
      const start = { scanId: newId(), ...ask.rule }
      return learn(await untilAnswered(() => scan.start(start), pause))
    }
    const { view } = useScan.getState()
    if (view === null) return
    const scanId = view.id
    switch (ask.kind) {
      case 'tap':
        return label(scanId, ask.tap)
      case 'undo': {
        const [last] = view.recent
        if (last === undefined) return
        return learn(await untilAnswered(() => scan.undo({ scanId, uid: last.uid }), pause))
      }
      case 'finish':
        return learn(await untilAnswered(() => scan.finish({ scanId }), pause))
      case 'resume':
        return learn(await untilAnswered(() => scan.resume({ scanId }), pause))
    }
  }

  function learn(answer: Awaited<ReturnType<typeof scan.finish | typeof scan.start>>) {
    if (answer.ok) useScan.setState({ view: answer.value, news: null, failure: null })
    else useScan.setState({ failure: answer })
  }

  async function label(scanId: string, tap: DeskTap) {
    const { uid, reader, label: name } = tap
    const answer = (meaning: TapMeaning) => answerTap({ meaning, uid, reader, label: name })
    const done = await untilAnswered(() => scan.tap({ scanId, card: laidCard(tap) }), pause)
    if (!done.ok) {
      useScan.setState({ failure: done, news: null })
      return answer('not-saved')
    }
    const { outcome, view } = done.value
    useScan.setState({ view, news: { outcome, tap }, failure: null })
    answer(meanings[outcome.kind])
  }

  async function suggest() {
    const suggested = await untilAnswered(scan.suggested, pause)
    if (suggested.ok) useScan.setState({ suggested: suggested.value })
    else useScan.setState({ failure: suggested })
  }

  /** Where a scan went on, it goes on there. */
  async function resume() {
    const desk = deskOf(useSession.getState())
    const running = await untilAnswered(scan.running, pause)
    if (!running.ok || running.value === null || desk !== deskOf(useSession.getState())) return
    const view: ScanView = running.value
    useScan.setState({ view })
    if (useView.getState().screen === 'user-invitations') show({ screen: 'quick-scan' })
  }

  return {
    start() {
      stops.push(
        useScan.subscribe((now, before) => {
          if (now.asks !== before.asks && now.asks.length > 0) void drain()
        }),
        useSession.subscribe((now, before) => {
          if (deskOf(now) === deskOf(before)) return
          forgetScan()
          if (now.state === 'signed-in') void resume()
        }),
      )
      if (useScan.getState().view === null) void resume()
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}

const meanings: Record<ScanOutcome['kind'], TapMeaning> = {
  labelled: 'labelled',
  again: 'has-label',
  held: 'taken',
  refused: 'refused',
  full: 'full',
}
