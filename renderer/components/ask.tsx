import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import './ask.css'
import { Button } from './button.tsx'

type Props = {
  readonly question: string
  readonly yes: string
  readonly no: string
  readonly onYes: () => void
  readonly onNo: () => void
  /** A third answer, between the two. */
  readonly other?: {
    readonly text: string
    readonly disabled: boolean
    readonly onPress: () => void
  }
  /** Puts the cursor on the harmless answer, and back where it was afterwards. */
  readonly takesFocus?: boolean
}

/** A question in its place instead of a window over everything. Escape is the harmless answer. */
export function Ask({ question, yes, no, onYes, onNo, other, takesFocus = false }: Props) {
  const id = useId()
  const harmless = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!takesFocus) return
    const before = document.activeElement
    harmless.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [takesFocus])

  function escape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onNo()
  }

  return (
    <fieldset className="ask" aria-labelledby={id}>
      <span id={id} className="ask-question">
        {question}
      </span>
      <span className="ask-answers">
        <Button look="danger" onClick={onYes} onKeyDown={escape}>
          {yes}
        </Button>
        {other !== undefined && (
          <Button disabled={other.disabled} onClick={other.onPress} onKeyDown={escape}>
            {other.text}
          </Button>
        )}
        <Button ref={harmless} onClick={onNo} onKeyDown={escape}>
          {no}
        </Button>
      </span>
    </fieldset>
  )
}
