import type { Asking } from '../../contracts/door.ts'
import type { Ipc } from '../../contracts/ipc.ts'
import type { DeskReader, DeskReaderStatus } from '../../core/desk-reader.ts'
import type { SoundVolume } from '../../core/preferences.ts'
import type { ReaderSignal } from '../../core/reader-signal.ts'
import { usePreferences } from './preferences.ts'
import { useReader } from './reader.ts'
import { answerTap, toneOf, useTapAnswer } from './tap-answer.ts'
import { takeTap } from './tap.ts'

/** Brings cards to where they are wanted, and answers each on the screen, by sound and by lamp. */
export function createTapSubscription(deps: {
  readonly reader: Pick<Asking<Ipc>['reader'], 'changed' | 'tapped' | 'signal'>
  readonly play: (tone: ReaderSignal, volume: SoundVolume) => void
}) {
  const { reader } = deps
  const stops: (() => void)[] = []

  function learn(status: DeskReaderStatus) {
    const before = useReader.getState().readers
    useReader.setState(status, true)
    for (const each of status.readers) {
      if (!each.ignored && isNewlyUnreadable(each, before)) answerUnreadable(each)
    }
  }

  function answerUnreadable({ name, label, slot }: DeskReader) {
    if (slot.kind !== 'unreadable') return
    answerTap({ meaning: slot.reason, uid: null, reader: name, label: label ?? name })
  }

  function answered(name: string, tone: ReaderSignal) {
    const found = useReader.getState().readers.find((each) => each.name === name)
    if (!found?.muted) deps.play(tone, usePreferences.getState().preferences.sound)
    if (found?.signals) void reader.signal({ reader: name, signal: tone })
  }

  return {
    start() {
      stops.push(
        reader.changed(learn),
        reader.tapped((tap) => {
          const { uid, label } = tap
          const meaning = takeTap(tap)
          if (meaning !== null) answerTap({ meaning, uid, reader: tap.reader, label })
        }),
        // Whoever chooses how loud wants to hear it.
        usePreferences.subscribe((now, before) => {
          const { sound } = now.preferences
          if (before.kept && sound !== before.preferences.sound) deps.play('done', sound)
        }),
        useTapAnswer.subscribe(({ answer }) => {
          if (answer !== null) answered(answer.reader, toneOf(answer.meaning))
        }),
      )
    },
    stop() {
      for (const stop of stops.splice(0)) stop()
    },
  }
}

function isNewlyUnreadable({ name, slot }: DeskReader, before: readonly DeskReader[]): boolean {
  const earlier = before.find((each) => each.name === name)?.slot.kind
  return slot.kind === 'unreadable' && earlier !== undefined && earlier !== 'unreadable'
}
