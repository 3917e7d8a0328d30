import { useEffect, useId, useRef, useState } from 'react'
import type { Failure } from '../../../contracts/result.ts'
import type { PersonRow } from '../../../core/pending-page.ts'
import { fullName } from '../../../core/person.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Field, controlProps } from '../../components/field.tsx'
import { Notice } from '../../components/notice.tsx'
import { formatDateTime } from '../../format.ts'
import type { FailureCode } from '../../messages/failure-code.ts'
import { t } from '../../messages.ts'
import { closeAction } from '../../stores/pending-actions.ts'

type Link = { readonly url: string; readonly expiresAt: string }

/** A further link for one invitation, made by the cloud and shown once. */
export function LinkDialog({ row }: { readonly row: PersonRow }) {
  const [link, setLink] = useState<Link | null>(null)
  const [failure, setFailure] = useState<Failure<FailureCode> | null>(null)
  const asked = useRef(false)

  useEffect(() => {
    // Asking makes a link: once is enough.
    if (asked.current) return
    asked.current = true
    void app.invitations.copyLink({ recordId: row.id }).then((answer) => {
      if (answer.ok) setLink(answer.value)
      else setFailure(answer)
    })
  }, [row.id])

  return (
    <Dialog
      title={t.invitations.copyLink}
      about={t.invitations.of(fullName(row) || (row.email ?? ''))}
      onClose={closeAction}
      foot={<Button onClick={closeAction}>{t.invitations.close}</Button>}
    >
      <p>{t.invitations.linkText}</p>
      {failure !== null && <Notice kind="bad">{t.failures[failure.code](failure)}</Notice>}
      {failure === null && <Shown link={link} />}
    </Dialog>
  )
}

function Shown({ link }: { readonly link: Link | null }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const props = { id, label: t.invitations.link }

  /** The window has no permission to the clipboard; a person's own copying needs none. */
  function copy() {
    field.current?.select()
    setCopied(document.execCommand('copy'))
  }

  return (
    <Field
      {...props}
      hint={link === null ? t.invitations.linkOnce : untilText(link)}
      aside={<output className="soft">{copied && t.invitations.linkCopied}</output>}
    >
      <div className="link-line">
        <input
          {...controlProps(props)}
          ref={field}
          readOnly
          value={link?.url ?? ''}
          placeholder={t.invitations.linkAsking}
          onFocus={(event) => event.target.select()}
        />
        <Button look="main" disabled={link === null} onClick={copy}>
          {t.invitations.linkCopy}
        </Button>
      </div>
    </Field>
  )
}

const untilText = ({ expiresAt }: Link) =>
  `${t.invitations.linkUntil(formatDateTime(expiresAt))} ${t.invitations.linkOnce}`
