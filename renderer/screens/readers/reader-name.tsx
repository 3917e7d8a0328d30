import { useId, useState } from 'react'
import type { DeskReader } from '../../../core/desk-reader.ts'
import { TextField } from '../../components/text-field.tsx'
import { t } from '../../messages.ts'
import { useChangeReader } from './use-change-reader.ts'

/** What the reader is called here; kept when the field is left or Enter is pressed. */
export function ReaderName({ reader }: { readonly reader: DeskReader }) {
  const id = useId()
  const { change, problem } = useChangeReader(reader.name)
  const kept = reader.label ?? ''
  const [text, setText] = useState(kept)

  function keep() {
    const label = text.trim()
    if (label !== kept) void change({ label: label === '' ? null : label })
  }

  return (
    <TextField
      id={id}
      label={t.readers.name}
      value={text}
      onValue={setText}
      problem={problem}
      hint={t.readers.nameHint}
      input={{
        maxLength: 40,
        placeholder: t.readers.nameExample,
        onBlur: keep,
        onKeyDown: ({ key }) => {
          if (key === 'Enter') keep()
          if (key === 'Escape') setText(kept)
        },
      }}
    />
  )
}
