import type { DeskReader } from '../../../core/desk-reader.ts'
import type { ReaderStatus, SlotState, UnreadableReason } from '../../../core/reader.ts'

type Named = Pick<DeskReader, 'name' | 'label' | 'slot'>

const unreadable: Record<UnreadableReason, string> = {
  'no-uid': 'it shows no number to this reader',
  'bad-answer': 'its answer makes no sense',
  moved: 'it left too early, hold it still',
  mute: 'it does not answer',
  timeout: 'it stopped answering, take it away',
  'in-use': 'another program is using it',
}

const noService: Record<NonNullable<ReaderStatus['reason']>, string> = {
  'not-running':
    'The smart-card service of this computer does not run. Tapdesk connects by itself as soon as it does; numbers can be typed meanwhile.',
  'access-denied':
    'This user may not use the smart-card service. Ask whoever looks after this computer; numbers can be typed meanwhile.',
  unknown:
    'The smart-card service does not answer as expected. Tapdesk keeps trying; numbers can be typed meanwhile.',
}

function state(slot: SlotState): string {
  switch (slot.kind) {
    case 'empty':
      return 'Ready'
    case 'reading':
      return 'Reading card …'
    case 'card':
      return `Card ${slot.uid}`
    case 'unreadable':
      return `Cannot read this card: ${unreadable[slot.reason]}`
  }
}

export const reader = {
  region: 'Reader',
  services: {
    starting: 'Looking for readers …',
    'no-service': 'No smart-card service',
    'no-reader': 'No reader',
    restarting: 'Restarting',
  } satisfies Record<Exclude<ReaderStatus['service'], 'ready'>, string>,
  state,
  slot: ({ name, label, slot }: Named): string =>
    slot.kind === 'empty' ? `Ready – ${label ?? name}` : state(slot),
  allIgnored: 'All readers are ignored',
  more: 'Readers',
  severalReady: (count: number) => `Ready – ${count} readers`,
  noService,
  noReaderHint: 'Plug in a card reader; it is found by itself. Numbers can be typed meanwhile.',
  restartingHint: 'The reader part stopped and is being started again. Tap the card once more.',
  readyHint: 'Put a card on the reader: its number appears in Card ID.',
  startingHint: 'The reader part is starting.',
  simulated: 'simulated',
  announced: (uid: string) => `Card ${uid.split('').join(' ')} read. Card ID is filled.`,
  announcedSame: 'The same card again.',
  announcedOffer:
    'Another card is on the reader. Replace the card number, begin a new person with it, or keep the number?',
}
