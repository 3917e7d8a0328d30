import type { DeskReader, DeskReaderStatus } from '../../../core/desk-reader.ts'
import type { Tone } from '../../components/chip.tsx'
import type { Messages } from '../../messages.ts'

type Words = { readonly tone: Tone; readonly text: string; readonly hint: string }

/** The chip's words: a card that lies on any reader comes before readers that merely wait. */
export function readerWords(status: DeskReaderStatus, t: Messages['reader']): Words {
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

function busiest(all: readonly DeskReader[], t: Messages['reader']): Omit<Words, 'hint'> {
  const readers = all.filter(({ ignored }) => !ignored)
  if (all.length > 0 && readers.length === 0) return { tone: 'wait', text: t.allIgnored }
  const troubled = readers.find(({ slot }) => slot.kind === 'unreadable')
  if (troubled !== undefined) return { tone: 'bad', text: t.slot(troubled) }
  const busy = readers.find(({ slot }) => slot.kind !== 'empty')
  if (busy !== undefined) return { tone: 'good', text: t.slot(busy) }
  const [only, ...others] = readers
  if (only === undefined) return { tone: 'wait', text: t.services['no-reader'] }
  return { tone: 'good', text: others.length === 0 ? t.slot(only) : t.severalReady(readers.length) }
}
