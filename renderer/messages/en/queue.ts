import type { OperationMethod } from '../../../core/operation.ts'
import type { QueueWait } from '../../../core/queue.ts'

const method: Record<OperationMethod, string> = {
  create: 'New person',
  update: 'Change',
  delete: 'Delete',
  grant: 'Groups and rights',
  resend: 'Resend',
  'move-card': 'Move card',
  card: 'Card lost, found or replaced',
}

const wait: Record<QueueWait, string> = {
  turn: 'Goes with the next sending',
  sending: 'On its way',
  undo: 'Can still be undone',
  behind: 'Waits for an earlier entry of the same person or card',
  'behind-attention': 'Waits for an earlier entry that needs attention',
  troubled: 'The cloud failed on it; tried again by itself',
  attention: 'Needs attention: your decision',
}

export const queue = {
  open: 'Show what waits',
  title: 'Not in the cloud yet',
  about: 'Everything here is safe on this computer. It is sent in this order, by itself.',
  columns: { what: 'What', who: 'For whom', since: 'Saved', why: 'Why it waits' },
  nobody: 'Everything has arrived in the cloud.',
  more: 'Show more',
  unnamed: 'Person without a name',
  close: 'Close',
  method,
  wait,
}
