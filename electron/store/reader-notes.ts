import { type ReaderChange, type ReaderNote, changedNote, noteOf } from '../../core/desk-reader.ts'
import type { Database } from './database.ts'

type Row = Omit<ReaderNote, 'muted' | 'ignored' | 'signals'> & {
  readonly muted: number
  readonly ignored: number | null
  readonly signals: number
}

/** What this computer remembers about card readers. Runs inside the caller's transaction. */
export function createReaderNotes(db: Database) {
  const all = db.prepare<[], Row>(
    'SELECT reader, label, muted, ignored, signals, seen FROM reader ORDER BY reader',
  )
  const put = db.prepare<[Row]>(
    `INSERT INTO reader (reader, label, muted, ignored, signals, seen)
     VALUES (@reader, @label, @muted, @ignored, @signals, @seen)
     ON CONFLICT (reader) DO UPDATE SET
       label = excluded.label, muted = excluded.muted, ignored = excluded.ignored,
       signals = excluded.signals, seen = excluded.seen`,
  )
  const list = (): readonly ReaderNote[] =>
    all.all().map((row) => ({
      ...row,
      muted: row.muted === 1,
      ignored: row.ignored === null ? null : row.ignored === 1,
      signals: row.signals === 1,
    }))

  return {
    list,
    change({ reader, set }: ReaderChange): void {
      const note = changedNote(noteOf(list(), reader), set)
      const ignored = note.ignored === null ? null : Number(note.ignored)
      const { muted, signals } = note
      put.run({ ...note, ignored, muted: Number(muted), signals: Number(signals) })
    },
  }
}
