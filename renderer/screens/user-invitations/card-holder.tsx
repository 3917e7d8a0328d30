import { useEffect, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { Ask } from '../../components/ask.tsx'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import type { Holder, Moving } from '../../stores/moving.ts'
import './card-holder.css'

type Props = {
  /** From whom the card may be taken. */
  readonly holder: Holder | null
  readonly cardId: string | null
  /** Whose form it is; empty while they have no name. */
  readonly to: string
  readonly moving: Moving | null
  readonly onMoving: (moving: Moving | null) => void
}

/** A card that somebody holds: one step gives it to whoever is in the form, after a question that names both. */
export function CardHolder({ holder, cardId, moving, onMoving, ...props }: Props) {
  const [asking, setAsking] = useState<Holder | null>(null)
  const [button, decided] = useFocusAfterDecision()
  const to = props.to || t.cardMove.thisPerson
  if (moving !== null && moving.cardId === cardId) {
    return (
      <div className="card-holder">
        <output>{t.cardMove.willMove(nameOf(moving.from), to)}</output>
        <Button
          ref={button}
          look="quiet"
          onClick={() => {
            decided()
            onMoving(null)
          }}
        >
          {t.cardMove.leave}
        </Button>
      </div>
    )
  }
  if (holder === null || cardId === null) return null
  if (asking?.recordId !== holder.recordId) {
    return (
      <div className="card-holder">
        <Button ref={button} onClick={() => setAsking(holder)}>
          {t.cardMove.offer}
        </Button>
      </div>
    )
  }
  return (
    <Ask
      takesFocus
      question={t.cardMove.ask(nameOf(holder), to)}
      yes={t.cardMove.yes}
      no={t.cardMove.no}
      onYes={() => {
        decided()
        setAsking(null)
        onMoving({ opId: newId(), cardId, from: holder })
      }}
      onNo={() => {
        decided()
        setAsking(null)
      }}
    />
  )
}

/** The button that was pressed is gone: the cursor goes to the one in its place. */
function useFocusAfterDecision() {
  const button = useRef<HTMLButtonElement>(null)
  const wanted = useRef(false)
  useEffect(() => {
    if (!wanted.current) return
    wanted.current = false
    if (document.activeElement === document.body) button.current?.focus()
  })
  return [button, () => void (wanted.current = true)] as const
}

function nameOf({ name }: Holder): string {
  return name || t.cardMove.unnamed
}
