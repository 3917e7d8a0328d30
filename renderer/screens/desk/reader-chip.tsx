import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { t } from '../../messages.ts'
import { useReader } from '../../stores/reader.ts'
import { learnWedge } from '../../stores/wedge.ts'
import { readerWords } from './reader-words.ts'

export function ReaderChip() {
  const status = useReader()
  const { tone, text, hint } = readerWords(status, t.reader)
  return (
    <Chip region={t.reader.region} icon="card" tone={tone} text={text}>
      <p>{hint}</p>
      <p className="chip-soft">{t.wedge.focus}</p>
      <Button onClick={() => learnWedge()}>{t.wedge.setUp}</Button>
      {status.readers.length > 0 && (
        <ul>
          {status.readers.map((reader) => (
            <li key={reader.name}>
              {reader.name}
              {reader.simulated && <span className="chip-soft"> ({t.reader.simulated})</span>}
              <div className="chip-soft">{t.reader.slot(reader)}</div>
            </li>
          ))}
        </ul>
      )}
    </Chip>
  )
}
