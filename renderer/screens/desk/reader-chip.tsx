import { Button } from '../../components/button.tsx'
import { Chip } from '../../components/chip.tsx'
import { t } from '../../messages.ts'
import { useReader } from '../../stores/reader.ts'
import { learnWedge } from '../../stores/wedge.ts'
import { show } from '../../stores/view.ts'
import { readerWords } from './reader-words.ts'

export function ReaderChip() {
  const status = useReader()
  const { tone, text, hint } = readerWords(status, t.reader)
  const readers = status.readers.filter(({ ignored }) => !ignored)

  return (
    <Chip region={t.reader.region} icon="card" tone={tone} text={text}>
      {(close) => (
        <>
          <p>{hint}</p>
          <p className="chip-soft">{t.wedge.focus}</p>
          <Button onClick={() => learnWedge()}>{t.wedge.setUp}</Button>
          {readers.length > 0 && (
            <ul>
              {readers.map((reader) => (
                <li key={reader.name}>
                  {reader.label ?? reader.name}
                  {reader.simulated && <span className="chip-soft"> ({t.reader.simulated})</span>}
                  <div className="chip-soft">{t.reader.state(reader.slot)}</div>
                </li>
              ))}
            </ul>
          )}
          <Button
            onClick={() => {
              close()
              show({ screen: 'readers' })
            }}
          >
            {t.reader.more}
          </Button>
        </>
      )}
    </Chip>
  )
}
