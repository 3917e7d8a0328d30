import { useRef, useState } from 'react'
import { decodeText } from '../../../core/roster/decode-text.ts'
import { Button } from '../../components/button.tsx'
import { Field, controlProps } from '../../components/field.tsx'
import { t } from '../../messages.ts'
import { useRosterDraft } from '../../stores/roster-draft.ts'

/** Far more than 3,000 people need; a larger file is something else. In bytes. */
const mostBytes = 5_000_000

/** The list as text: pasted, or out of a file, where it can be corrected. */
export function ListText({ onEdit }: { readonly onEdit: () => void }) {
  const { text, swapped } = useRosterDraft()
  const [failed, setFailed] = useState(false)
  const file = useRef<HTMLInputElement>(null)

  function take(given: string) {
    setFailed(false)
    useRosterDraft.setState({ text: given })
    onEdit()
  }

  async function open(chosen: File | undefined) {
    if (chosen === undefined) return
    const bytes = chosen.size > mostBytes ? null : await read(chosen)
    if (bytes === null) return setFailed(true)
    take(decodeText(bytes))
    useRosterDraft.setState({ title: chosen.name.replace(/\.[^.]+$/, '') })
  }

  const field = {
    id: 'roster-list',
    label: t.roster.list,
    hint: t.roster.listHint,
    problem: failed ? t.roster.fileFailed : undefined,
  }
  return (
    <>
      <Field {...field}>
        <textarea
          {...controlProps(field)}
          rows={12}
          spellCheck={false}
          placeholder={t.roster.listExample}
          value={text}
          onChange={(event) => take(event.target.value)}
        />
      </Field>
      <div className="roster-tools">
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          aria-label={t.roster.openFile}
          hidden
          onChange={(event) => {
            void open(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button onClick={() => file.current?.click()}>{t.roster.openFile}</Button>
        <label className="roster-check">
          <input
            type="checkbox"
            checked={swapped}
            onChange={(event) => useRosterDraft.setState({ swapped: event.target.checked })}
          />
          {t.roster.swap}
        </label>
      </div>
    </>
  )
}

/** null: it is gone, or may not be read. */
async function read(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
