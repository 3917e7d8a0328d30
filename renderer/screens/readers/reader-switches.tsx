import { useId, useState } from 'react'
import type { DeskReader } from '../../../core/desk-reader.ts'
import { app } from '../../bridge.ts'
import { Button } from '../../components/button.tsx'
import { t } from '../../messages.ts'
import { useChangeReader } from './use-change-reader.ts'

type Props = { readonly reader: DeskReader; readonly onIgnore: () => void }

/** What a reader may do, and whether its own lamp and buzzer speak too. */
export function ReaderSwitches({ reader, onIgnore }: Props) {
  const { change, problem } = useChangeReader(reader.name)
  const { name, muted, ignored, signals, signalRefusal } = reader
  return (
    <div className="reader-switches">
      <Switch label={t.readers.mute} on={muted} onChange={(on) => change({ muted: on })} />
      <Switch
        label={t.readers.ignore}
        on={ignored}
        onChange={(on) => {
          onIgnore()
          return change({ ignored: on })
        }}
      />
      <Switch label={t.readers.signals} on={signals} onChange={(on) => change({ signals: on })} />
      <div className="reader-signal">
        <Button
          disabled={!signals}
          onClick={() => void app.reader.signal({ reader: name, signal: 'done' })}
        >
          {t.readers.trySignal}
        </Button>
        <output className="soft">
          {problem ?? (signals && signalRefusal !== null && t.readers.refused[signalRefusal])}
        </output>
      </div>
    </div>
  )
}

type SwitchProps = {
  readonly label: string
  readonly on: boolean
  readonly onChange: (on: boolean) => Promise<void>
}

function Switch({ label, on, onChange }: SwitchProps) {
  const id = useId()
  const [wanted, want] = useState<boolean | null>(null)

  /** Ticked at once; by the answer it is known whether it holds. */
  async function turn(to: boolean) {
    want(to)
    await onChange(to)
    want(null)
  }

  return (
    <label htmlFor={id}>
      <input
        id={id}
        type="checkbox"
        checked={wanted ?? on}
        onChange={(event) => void turn(event.target.checked)}
      />
      {label}
    </label>
  )
}
