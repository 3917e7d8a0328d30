import { useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'
import './confirm-dialog.css'

type Props = {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
  readonly onYes: () => void
  readonly onNo: () => void
}

/** A question that has to be answered first. The browser's own dialog keeps the focus and answers Escape. */
export function ConfirmDialog({ title, text, yes, no, onYes, onNo }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className="confirm"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onCancel={onNo}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-text`}>{text}</p>
      <div className="confirm-answers">
        <Button onClick={onNo} autoFocus>
          {no}
        </Button>
        <Button look="main" onClick={onYes}>
          {yes}
        </Button>
      </div>
    </dialog>
  )
}
