import { useId, useRef, useState } from 'react'
import type { DeskReaderStatus } from '../../../core/desk-reader.ts'
import { type ReaderAdvice, adviceText, readerAdvice } from '../../../core/reader-advice.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/notice.tsx'
import { t } from '../../messages.ts'

/** What to do where cards cannot be read, with the command or rule to copy. */
export function Advice({ status }: { readonly status: DeskReaderStatus }) {
  return readerAdvice(status).map((advice) => (
    <Notice key={advice} kind="wait">
      <p>{t.readers.advice[advice]}</p>
      <ToCopy advice={advice} />
    </Notice>
  ))
}

function ToCopy({ advice }: { readonly advice: ReaderAdvice }) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  const text = adviceText[advice]
  if (text === null) return null

  /** The window has no permission to the clipboard; a person's own copying needs none. */
  function copy() {
    field.current?.select()
    setCopied(document.execCommand('copy'))
  }

  return (
    <div className="advice-copy">
      <label htmlFor={id} className="visually-hidden">
        {t.readers.command}
      </label>
      <textarea
        id={id}
        ref={field}
        className="control"
        readOnly
        rows={Math.max(2, text.split('\n').length)}
        value={text}
      />
      <Button onClick={copy}>{t.readers.copy}</Button>
      <output className="soft">{copied && t.readers.copied}</output>
    </div>
  )
}
