import { useEffect, useState } from 'react'
import type { ReaderSignal } from '../../../core/reader-signal.ts'
import { Icon, type IconName } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import {
  type TapAnswer as Answer,
  type TapMeaning,
  toneOf,
  useTapAnswer,
} from '../../stores/tap-answer.ts'
import { useView } from '../../stores/view.ts'
import './tap-answer.css'

/** Long enough to look up from the card, in milliseconds. */
const shownMs = 3500

/** The big answer to a tap, where it covers nothing that anybody works with and moves nothing. */
export function TapAnswer() {
  const { answer, count } = useTapAnswer()
  const atForm = useView(({ screen }) => screen === 'user-invitations')
  const [gone, setGone] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setGone(count), shownMs)
    return () => clearTimeout(timer)
  }, [count])
  const shown = answer !== null && gone !== count ? answer : null
  const tone = shown === null ? 'done' : toneOf(shown.meaning)
  return (
    <>
      <output className="visually-hidden" key={count}>
        {shown !== null && !(atForm && saidByForm.has(shown.meaning)) && wordsFor(shown)}
      </output>
      {shown !== null && (
        <div key={`shown-${count}`} className="tap-answer" data-tone={tone} aria-hidden="true">
          <Icon name={icons[tone]} />
          {shown.uid !== null && <span className="tap-answer-uid">{shown.uid}</span>}
          <span className="tap-answer-words">{wordsFor(shown)}</span>
          <span className="tap-answer-where">{shown.label}</span>
        </div>
      )}
    </>
  )
}

function wordsFor({ meaning, holder }: Answer): string {
  return holder === undefined ? t.readers.answer[meaning] : t.readers.cardOf(holder)
}

const icons: Record<ReaderSignal, IconName> = {
  done: 'check',
  warning: 'attention',
  refused: 'close',
}

/** The form itself tells these aloud. */
const saidByForm: ReadonlySet<TapMeaning> = new Set([
  'filled',
  'same',
  'offered',
  'too-short',
  'refused',
])
