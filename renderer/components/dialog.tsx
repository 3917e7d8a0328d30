import { type ReactNode, useEffect, useId, useRef } from 'react'
import { t } from '../messages.ts'
import { Button } from './button.tsx'
import './dialog.css'
import { Icon } from './icons.tsx'

type Props = {
  readonly title: string
  /** Whom or what it is about, under the title. */
  readonly about?: string
  readonly onClose: () => void
  /** Id of where the cursor goes when what it came from is gone. */
  readonly returnTo?: string
  /** Enter in a field, or the main button of the foot. */
  readonly onSubmit?: () => void
  readonly children: ReactNode
  readonly foot: ReactNode
}

/** A form over the page, in the browser's own dialog. The cursor goes back where it was. */
export function Dialog({ title, about, onClose, returnTo = '', onSubmit, children, foot }: Props) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    const shown = dialog.current
    shown?.showModal()
    shown?.querySelector<HTMLElement>(firstToUse)?.focus()
    return () => {
      shown?.close()
      const back = before?.isConnected ? before : document.getElementById(returnTo)
      if (back instanceof HTMLElement) back.focus()
    }
  }, [returnTo])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={`${id}-title`}
      // The browser itself closes a dialog whose cancelling was prevented twice.
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return
        event.preventDefault()
        onClose()
      }}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit?.()
        }}
      >
        <div className="dialog-head">
          <h2 id={`${id}-title`}>{title}</h2>
          <Button look="quiet" aria-label={t.invitations.close} onClick={onClose}>
            <Icon name="close" />
          </Button>
        </div>
        {about !== undefined && <p className="soft dialog-about">{about}</p>}
        <div className="dialog-body">{children}</div>
        <div className="dialog-foot">{foot}</div>
      </form>
    </dialog>
  )
}

/** Rather the first field, or else the main button, than the cross that closes. */
const firstToUse =
  '.dialog-body :is(input, select, [tabindex]):not(:disabled), .dialog-foot .button-main'
