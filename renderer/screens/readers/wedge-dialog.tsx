import { useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import { type WedgeSample, learnWedge as learnFrom } from '../../../core/wedge-learn.ts'
import type { WedgeProfile } from '../../../core/wedge-profile.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { type Typed } from '../../keyboard-reader/listen.ts'
import { typeInto } from '../../keyboard-reader/typed-field.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { t } from '../../messages.ts'
import { useReader } from '../../stores/reader.ts'
import { closeLearning, learnWedge, takeTyped, useWedge } from '../../stores/wedge.ts'
import { WedgeChoice } from './wedge-choice.tsx'
import { WedgeList } from './wedge-list.tsx'
import './wedge-dialog.css'
import { wayOf } from './wedge-words.ts'

/** Says once how a keyboard reader writes: by another reader that reads the same card, or by choosing. */
export default function WedgeDialog() {
  const typed = useWedge(({ learning }) => learning?.typed ?? null)
  const uid = useWedge(({ learning }) => learning?.uid ?? null)
  const otherReader = useReader(({ readers }) => readers.length > 0)
  const [before, setBefore] = useState<readonly WedgeSample[]>([])
  const [chosen, setChosen] = useState<WedgeProfile | null>(null)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const sample = typed === null || uid === null ? null : { text: typed, uid }
  const found = sample === null ? [] : learnFrom([...before, sample])
  const certain = found.length === 1 ? (found[0] ?? null) : null
  const profile = sample === null ? chosen : certain

  async function remember() {
    if (profile === null || typed === null) return
    const kept = await app.wedges.remember(profile)
    if (!kept.ok) return setFailure(kept)
    closeLearning()
    await takeTyped(app.reader, typed)
  }

  function another() {
    if (sample !== null) setBefore([...before, sample])
    setChosen(null)
    learnWedge()
  }

  return (
    <Dialog
      title={t.wedge.title}
      about={t.wedge.focus}
      onClose={closeLearning}
      onSubmit={() => void remember()}
      foot={
        <>
          {typed !== null && typed.field !== null && (
            <Button onClick={() => keepText(typed)}>{t.wedge.keepText}</Button>
          )}
          <Button onClick={closeLearning}>{t.wedge.cancel}</Button>
          <Button look="main" type="submit" disabled={profile === null}>
            {t.wedge.remember}
          </Button>
        </>
      }
    >
      <div className="wedge">
        <output>
          {typed === null ? t.wedge.hold : t.wedge.typed(typed.typed || (typed.byPosition ?? ''))}
        </output>
        {typed !== null && <p className="soft">{t.wedge.why}</p>}
        {typed !== null && uid === null && (
          <>
            {otherReader && <Notice kind="info">{t.wedge.layAlso}</Notice>}
            <WedgeChoice key={typed.typed} text={typed} chosen={chosen} onChoose={setChosen} />
          </>
        )}
        {sample !== null && certain !== null && (
          <Notice kind="good">{t.wedge.understood(sample.uid, wayOf(certain))}</Notice>
        )}
        {sample !== null && certain === null && (
          <Notice kind="bad">
            {found.length > 1 ? t.wedge.bothWays : t.wedge.noMatch(sample.uid)}{' '}
            <Button onClick={another}>{t.wedge.another}</Button>
          </Notice>
        )}
        {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
        {typed === null && <WedgeList />}
      </div>
    </Dialog>
  )
}

/** It was no card, or is wanted as text: it goes where it was going to go. */
function keepText({ typed, field }: Typed) {
  closeLearning()
  // The dialog gives the cursor back as it closes; then the field can be typed into.
  if (field !== null) requestAnimationFrame(() => typeInto(field, typed))
}
