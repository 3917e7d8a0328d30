import type { ReaderSignal, SignalRefusal } from '../../core/reader-signal.ts'
import { signalSteps } from './commands/signal.ts'
import { reasonOf } from './pcsc-errors.ts'

/** The two ways to a reader; both reject with errors of nfc-pcsc. */
export type SignalWays = {
  readonly name: string
  transmit: (data: Buffer, responseMaxLength: number) => Promise<Buffer>
  control: (data: Buffer, responseMaxLength: number) => Promise<Buffer>
}

const SHORT_ANSWER = 258

/** Lights lamp and buzzer of a reader with a card on it; null when it did. */
export async function giveSignal(
  device: SignalWays,
  signal: ReaderSignal,
): Promise<SignalRefusal | null> {
  try {
    for (const { way, bytes, accepted } of signalSteps(device.name, signal)) {
      const data = Buffer.from(bytes)
      const response =
        way === 'apdu'
          ? await device.transmit(data, SHORT_ANSWER)
          : await device.control(data, SHORT_ANSWER)
      // An answer without a single byte is a card that left meanwhile.
      if (response.length === 0) return 'no-card'
      if (!accepted(response)) return 'not-allowed'
    }
    return null
  } catch (error) {
    return reasonOf(error) === 'moved' ? 'no-card' : 'not-allowed'
  }
}
