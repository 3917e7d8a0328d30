import { useEffect } from 'react'
import { cardText } from '../../../core/card-profile.ts'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import { cardProfileNow } from '../../stores/card-profile.ts'
import { undoMs } from '../../stores/removals.ts'
import { type UnknownDone, unknownDone, useUnknown } from '../../stores/unknown-cards.ts'
import { giver } from './giver.ts'

/** What was done last, and the way back while there is one; its place is always there. */
export function UnknownNews() {
  const done = useUnknown((unknown) => unknown.done)
  useEffect(() => {
    if (done === null) return
    const timer = setTimeout(() => unknownDone(null), undoMs)
    return () => clearTimeout(timer)
  }, [done])

  function undo(what: UnknownDone) {
    // The button goes with what it takes back.
    document.getElementById('unknown-title')?.focus()
    void giver.undo(what)
  }

  return (
    <div className="unknown-news">
      <output>{done !== null && wordsFor(done)}</output>
      {(done?.kind === 'removed' || done?.kind === 'given') && (
        <Button onClick={() => undo(done)}>{t.unknown.undo}</Button>
      )}
    </div>
  )
}

function wordsFor(done: UnknownDone): string {
  const { uid, label } = done.card
  const name = t.unknown.named(cardText(cardProfileNow().cardId, uid), label)
  switch (done.kind) {
    case 'removed':
      return t.unknown.removed(name)
    case 'given':
      return t.unknown.given(name, done.name)
    case 'undone':
      return t.unknown.back(name)
    case 'too-late':
      return t.unknown.tooLate
  }
}
