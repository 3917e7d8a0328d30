import { useEffect, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icons.tsx'
import { t } from '../../messages.ts'
import { untell, usePendingActions } from '../../stores/pending-actions.ts'
import { type Removal, expireRemovals, secondsLeft, useRemovals } from '../../stores/removals.ts'
import { NobodysCard } from './nobodys-card.tsx'
import { undo } from './remove.ts'
import './toasts.css'

/** How long news stays in view, ms. */
const readingMs = 8_000

/** What was just done, over the foot of the page, so that nothing moves; and the way back, while there is one. */
export function Toasts() {
  const list = useRemovals((removals) => removals.list)
  const told = usePendingActions((actions) => actions.told)
  return (
    <div className="toasts">
      <NobodysCard />
      <output>{told !== null && <Told key={told.count} text={told.text} bad={told.bad} />}</output>
      {list.map((removal) => (
        <UndoOffer key={removal.opIds[0]} removal={removal} />
      ))}
    </div>
  )
}

function Told({ text, bad }: { readonly text: string; readonly bad: boolean }) {
  useEffect(() => {
    if (bad) return
    const timer = setTimeout(untell, readingMs)
    return () => clearTimeout(timer)
  }, [bad])
  return (
    <div className="toast" data-bad={bad || undefined}>
      <Icon name={bad ? 'attention' : 'check'} />
      <span className="toast-text">{text}</span>
      <Button look="quiet" aria-label={t.invitations.close} onClick={untell}>
        <Icon name="close" />
      </Button>
    </div>
  )
}

function UndoOffer({ removal }: { readonly removal: Removal }) {
  const button = useRef<HTMLButtonElement>(null)
  const [left, setLeft] = useState(() => secondsLeft(removal, performance.now()))

  useEffect(() => {
    const timer = setInterval(() => {
      setLeft(secondsLeft(removal, performance.now()))
      expireRemovals(performance.now())
    }, 200)
    return () => clearInterval(timer)
  }, [removal])
  useFocusWhereRowWas(button)

  return (
    <div className="toast">
      <Icon name={removal.moved === null ? 'trash' : 'card'} />
      <output className="toast-text">
        <What removal={removal} />
      </output>
      <span className="toast-left" aria-hidden="true">
        {t.invitations.undoFor(left)}
      </span>
      <Button ref={button} onClick={() => void undo(removal)}>
        {t.invitations.undo}
      </Button>
    </div>
  )
}

function What({ removal: { count, name, moved } }: { readonly removal: Removal }) {
  if (moved !== null) return t.cardMove.moved(moved.from, moved.to)
  const what = name === null ? t.invitations.removedMany(count) : t.invitations.removed(name)
  return (
    <>
      {what} <span className="toast-soft">{t.invitations.removedNobody}</span>
    </>
  )
}

/** The button that deleted is gone with its row: the cursor waits at Undo, then returns to the table. */
function useFocusWhereRowWas(button: React.RefObject<HTMLButtonElement | null>) {
  useEffect(() => {
    const undoButton = button.current
    const before = document.activeElement
    if (before === document.body || before?.closest('.pending') != null) undoButton?.focus()
    return () => {
      if (document.activeElement === undoButton || document.activeElement === document.body) {
        document.getElementById('pending-title')?.focus()
      }
    }
  }, [button])
}
