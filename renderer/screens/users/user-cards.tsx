import { useEffect, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { CardStep } from '../../../core/card-step.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'
import { pause } from '../../pause.ts'
import { createCardStepper } from '../../stores/card-stepper.ts'
import { nameOfRow } from '../../stores/edit.ts'
import { undoMs } from '../../stores/removals.ts'
import {
  type Done,
  type OpenCards,
  beginGiving,
  changeGiving,
  closeUserCards,
  eveningAfter,
  leaveGiving,
  stepOf,
} from '../../stores/user-cards.ts'
import { useUsers } from '../../stores/users.ts'
import { useHints } from '../use-hints.ts'
import { CardList } from './card-list.tsx'
import { GiveCard } from './give-card.tsx'
import './user-cards.css'

const stepper = createCardStepper({ userCards: app.userCards, pause, newId })

/** Everything that can happen to the cards of one user, each by one press or by a tap and one press. */
export default function UserCards({ open }: { readonly open: OpenCards }) {
  const { giving, sending, failure, done } = open
  const shown = useUsers(({ page }) => page?.rows.find(({ id }) => id === open.row.id))
  const row = shown ?? open.row
  const step = stepOf({ row, giving })
  const asked = giving === null || step === null ? null : step.cardId
  const hints = useHints({ email: null, cardId: asked, surfaceId: null, except: row.id })
  const holder = hints.card?.likeness === 'same' ? hints.card : null

  function submit() {
    if (giving === null) return closeUserCards()
    changeGiving((now) => ({ ...now, tried: true }))
    if (step !== null && holder === null && isToCome(step)) void stepper.take(step)
  }

  const begin = (action: 'replace' | 'lend') => beginGiving(action, eveningAfter(new Date()))
  const save = giving?.action === 'lend' ? t.userCards.saveLend : saveWord(row.cardId)
  return (
    <Dialog
      title={t.userCards.title(nameOfRow(row) || t.users.unnamed)}
      about={giving === null ? t.userCards.about : t.userCards.tap}
      onClose={giving === null ? closeUserCards : leaveGiving}
      onSubmit={submit}
      foot={
        giving === null ? (
          <>
            <Button onClick={() => begin('lend')}>{t.userCards.lend}</Button>
            <Button look="main" type="submit">
              {t.userCards.close}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={leaveGiving}>{t.userCards.back}</Button>
            <Button look="main" type="submit" aria-busy={sending}>
              {sending ? t.userCards.saving : save}
            </Button>
          </>
        )
      }
    >
      {giving === null ? (
        <CardList row={row} onStep={(each) => void stepper.take(each)} onReplace={begin} />
      ) : (
        <GiveCard giving={giving} holder={holder} ends={step !== null && isToCome(step)} />
      )}
      {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
      {giving === null && <News key={done?.opId} done={done} />}
    </Dialog>
  )
}

const saveWord = (held: string | null) =>
  held === null ? t.userCards.saveGive : t.userCards.saveReplace

function isToCome(step: CardStep): boolean {
  return step.action !== 'lend' || Date.parse(step.until) > Date.now()
}

/** What was recorded last, and the way back while there is one; its place is always there. */
function News({ done }: { readonly done: Done | null }) {
  const [offered, setOffered] = useState(true)
  const [told, setTold] = useState<string | null>(null)
  useEffect(() => {
    if (done === null) return
    const timer = setTimeout(() => setOffered(false), undoMs)
    return () => clearTimeout(timer)
  }, [done])

  async function undo(what: Done) {
    setOffered(false)
    setTold((await stepper.undo(what)) ? t.userCards.undone : t.userCards.tooLate)
  }
  return (
    <div className="cards-news">
      <output>{told ?? (done === null ? '' : t.userCards.done[done.action])}</output>
      {done !== null && offered && (
        <Button onClick={() => void undo(done)}>{t.userCards.undo}</Button>
      )}
    </div>
  )
}
