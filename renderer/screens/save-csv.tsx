import { useState } from 'react'
import { spreadsheetCsv } from '../../core/scan/spreadsheet.ts'
import { app } from '../bridge.ts'
import { Button } from '../components/button.tsx'
import { t } from '../messages.ts'
import './save-csv.css'

type Props = {
  readonly disabled: boolean
  /** What is suggested for the file. */
  readonly name: () => string
  /** With the head; null: it could not be read. */
  readonly rows: () => Promise<readonly (readonly string[])[] | null>
}

/** Saves a table where a person says, so that spreadsheets open it without spoiling it. */
export function SaveCsv({ disabled, name, rows }: Props) {
  const [state, setState] = useState<'ready' | 'busy' | 'saved' | 'failed'>('ready')

  async function save() {
    setState('busy')
    const table = await rows()
    if (table === null) return setState('failed')
    const saved = await app.files.save({ name: name(), text: spreadsheetCsv(table) })
    if (!saved.ok) return setState('failed')
    setState(saved.value === 'saved' ? 'saved' : 'ready')
  }

  return (
    <>
      <Button disabled={disabled || state === 'busy'} onClick={() => void save()}>
        {t.words.saveCsv}
      </Button>
      <output className="csv-saved" data-bad={state === 'failed' || undefined}>
        {state === 'saved' && t.words.csvSaved}
        {state === 'failed' && t.words.csvNotSaved}
      </output>
    </>
  )
}
