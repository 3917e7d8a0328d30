import type { DeskReader } from '../../core/desk-reader.ts'

/** An empty reader that nobody has named and nothing has happened to, but for what is given. */
export const deskReader = (given: Partial<DeskReader> = {}): DeskReader => ({
  name: 'ACR122U',
  simulated: false,
  slot: { kind: 'empty' },
  label: null,
  muted: false,
  ignored: false,
  decided: false,
  signals: false,
  signalRefusal: null,
  last: null,
  taps: 0,
  unreadable: 0,
  ...given,
})
