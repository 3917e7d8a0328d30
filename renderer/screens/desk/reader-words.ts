import type { ReaderStatus, ReaderView } from '../../../core/reader.ts'
import type { Tone } from '../../components/chip.tsx'
import type { Messages } from '../../messages.ts'

type Words = { readonly tone: Tone; readonly text: string; readonly hint: string }

/** The chip's words: a card that lies on any reader comes before readers that merely wait. */
export function readerWords(status: ReaderStatus, t: Messages['reader']): Words {
  switch (status.service) {
    case 'starting':
      return { tone: 'plain', text: t.services.starting, hint: t.startingHint }
    case 'no-service':
      return {
        tone: 'wait',
        text: t.services['no-service'],
        hint: t.noService[status.reason ?? 'unknown'],
      }
    case 'no-reader':
      return { tone: 'wait', text: t.services['no-reader'], hint: t.noReaderHint }
    case 'restarting':
      return { tone: 'wait', text: t.services.restarting, hint: t.restartingHint }
    case 'ready':
      return { ...busiest(status.readers, t), hint: t.readyHint }
  }
}

function busiest(readers: readonly ReaderView[], t: Messages['reader']): Omit<Words, 'hint'> {
  const troubled = readers.find(({ slot }) => slot.kind === 'unreadable')
  if (troubled !== undefined) return { tone: 'bad', text: t.slot(troubled) }
  const busy = readers.find(({ slot }) => slot.kind !== 'empty')
  if (busy !== undefined) return { tone: 'good', text: t.slot(busy) }
  const [only, ...others] = readers
  if (only === undefined) return { tone: 'wait', text: t.services['no-reader'] }
  return { tone: 'good', text: others.length === 0 ? t.slot(only) : t.severalReady(readers.length) }
}
