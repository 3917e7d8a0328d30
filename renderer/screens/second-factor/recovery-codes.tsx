import { useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'

type Props = {
  readonly codes: readonly string[]
  /** Whose they are, on paper. */
  readonly email: string
  readonly onDone: () => void
}

/** Shown this once, so that closing them by a slip of a key is asked about first. */
export function RecoveryCodes({ codes, email, onDone }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const [copied, setCopied] = useState(false)
  const [leaving, setLeaving] = useState(false)

  /** The window has no permission to the clipboard; a person's own copying needs none. */
  function copy() {
    const selection = window.getSelection()
    if (list.current === null || selection === null) return
    selection.selectAllChildren(list.current)
    setCopied(document.execCommand('copy'))
    selection.removeAllRanges()
  }

  return (
    <Dialog
      title={t.secondFactor.codesTitle}
      onClose={() => (leaving ? onDone() : setLeaving(true))}
      onSubmit={onDone}
      foot={
        <>
          <output className="soft">{copied && t.secondFactor.copied}</output>
          <Button onClick={copy}>{t.secondFactor.copy}</Button>
          <Button onClick={() => window.print()}>{t.secondFactor.print}</Button>
          <Button look="main" type="submit">
            {t.secondFactor.done}
          </Button>
        </>
      }
    >
      <p>{t.secondFactor.codesAbout}</p>
      <div className="recovery-codes">
        <p className="recovery-codes-of">
          {t.words.product} · {t.secondFactor.codesTitle} · {email}
        </p>
        <ul ref={list} aria-label={t.secondFactor.codesTitle}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </div>
      {leaving && <Notice kind="bad">{t.secondFactor.notAgain}</Notice>}
    </Dialog>
  )
}
